CREATE TABLE `former_lists` (
	`list_id` text NOT NULL,
	`version` integer NOT NULL,
	`part` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`list_id`, `version`, `part`),
	FOREIGN KEY (`list_id`,`version`) REFERENCES `publishings`(`list_id`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `publishings` (
	`list_id` text NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`sequence` integer NOT NULL,
	`undoes` integer,
	`summary` text NOT NULL,
	`revisions` text NOT NULL,
	PRIMARY KEY(`list_id`, `version`),
	FOREIGN KEY (`list_id`) REFERENCES `task_lists`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `used_codes` (
	`list_id` text NOT NULL,
	`code` text NOT NULL,
	`schedules` integer NOT NULL,
	`indicators` integer NOT NULL,
	PRIMARY KEY(`list_id`, `code`),
	FOREIGN KEY (`list_id`) REFERENCES `task_lists`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `allocations` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `arrangements` ADD `retired` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `arrangements` ADD `task_name` text;--> statement-breakpoint
ALTER TABLE `assignments` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `retired` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `schedules` ADD `place` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `schedules` ADD `period` text;--> statement-breakpoint
ALTER TABLE `schedules` ADD `decided_kind` text;--> statement-breakpoint
ALTER TABLE `schedules` ADD `retired` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `retired` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What stands in row keys already was given: no correction gives it to anything else.
INSERT INTO `used_codes` (`list_id`, `code`, `schedules`, `indicators`)
SELECT a.list_id, a.code,
  (SELECT coalesce(max(s.number), 0) FROM schedules s WHERE s.list_id = a.list_id AND s.arrangement_code = a.code),
  (SELECT coalesce(max(CAST(substr(i.id, 2) AS INTEGER)), 0) FROM indicators i
   WHERE i.list_id = a.list_id AND i.arrangement_code = a.code)
FROM arrangements a;
