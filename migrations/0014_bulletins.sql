CREATE TABLE `bulletins` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`preset` text NOT NULL,
	`period` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`corrects` text DEFAULT '' NOT NULL,
	`title` text,
	`office` text,
	`code` text,
	`salutation` text,
	`signature` text,
	`edits` text DEFAULT '{}' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_holder` text NOT NULL,
	`issued_at` integer,
	`issued_by` text,
	`issued_holder` text,
	`number_year` integer,
	`sequence` integer,
	`as_of` text,
	`change` integer,
	`content` text,
	`markdown` text,
	FOREIGN KEY (`created_by`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulletins_whole" CHECK(("bulletins"."issued_at" IS NULL) = ("bulletins"."content" IS NULL) AND ("bulletins"."issued_at" IS NULL) = ("bulletins"."sequence" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bulletins_by_number` ON `bulletins` (`number_year`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `bulletins_drafted` ON `bulletins` (`list_id`,`from_day`,`to_day`,`corrects`) WHERE issued_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `bulletins_issued` ON `bulletins` (`list_id`,`from_day`,`to_day`,`corrects`) WHERE issued_at IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `bulletins_corrected` ON `bulletins` (`corrects`) WHERE issued_at IS NOT NULL AND corrects <> '';--> statement-breakpoint
CREATE INDEX `bulletins_by_list` ON `bulletins` (`list_id`,`created_at`);--> statement-breakpoint
-- What was issued stays as it went out.
CREATE TRIGGER `bulletins_issued_no_update` BEFORE UPDATE ON `bulletins` WHEN OLD.issued_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'issued bulletins are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `bulletins_issued_no_delete` BEFORE DELETE ON `bulletins` WHEN OLD.issued_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'issued bulletins are append-only'); END;
