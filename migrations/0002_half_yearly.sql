-- SQLite cannot change a check: the table is made anew with half-yearly among the kinds. Nothing refers to it.
CREATE TABLE `__new_schedules` (
	`list_id` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`start` text,
	`due` text,
	`season` text,
	`source` text,
	PRIMARY KEY(`list_id`, `arrangement_code`, `number`),
	FOREIGN KEY (`list_id`,`arrangement_code`) REFERENCES `arrangements`(`list_id`,`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "schedules_kind" CHECK("__new_schedules"."kind" IN ('once','window','weekly','monthly','two-monthly','quarterly','half-yearly','undated'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_schedules`("list_id", "arrangement_code", "number", "kind", "start", "due", "season", "source") SELECT "list_id", "arrangement_code", "number", "kind", "start", "due", "season", "source" FROM `schedules`;--> statement-breakpoint
DROP TABLE `schedules`;--> statement-breakpoint
ALTER TABLE `__new_schedules` RENAME TO `schedules`;
