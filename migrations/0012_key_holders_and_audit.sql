CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`key_id` text NOT NULL,
	`holder` text NOT NULL,
	`unit_id` text,
	`units` text,
	`list_id` text,
	`arrangement` text,
	`arrangements` text,
	`obligation` text,
	`subject` text,
	`what` text NOT NULL,
	`reason` text,
	`document` text,
	`request_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_unit` ON `audit_entries` (`unit_id`,`at`);--> statement-breakpoint
ALTER TABLE `access_keys` ADD `holder` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Keys that were issued before they had a name stand under their label.
UPDATE `access_keys` SET `holder` = CASE trim(`label`) WHEN '' THEN `id` ELSE `label` END;--> statement-breakpoint
-- What was done stays as it was kept.
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
