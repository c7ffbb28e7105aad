CREATE TABLE `act_obligations` (
	`act_id` text NOT NULL,
	`obligation_key` text NOT NULL,
	`place` integer NOT NULL,
	`outcome` text,
	`code` text,
	`before` text,
	`after` text,
	PRIMARY KEY(`act_id`, `obligation_key`),
	FOREIGN KEY (`act_id`) REFERENCES `acts`(`act_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `act_obligations_by_obligation` ON `act_obligations` (`obligation_key`);--> statement-breakpoint
CREATE TABLE `acts` (
	`act_id` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`key_id` text NOT NULL,
	`holder` text NOT NULL,
	`body_sha256` text NOT NULL,
	`reason` text,
	`document` text,
	`due` text,
	`until` text,
	`made_at` integer NOT NULL,
	`request_id` text NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `declarations` (
	`act_id` text NOT NULL,
	`list_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`schedule_number` integer NOT NULL,
	`from_day` text NOT NULL,
	`period` text NOT NULL,
	`reason` text NOT NULL,
	`made_at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`list_id`, `unit_id`, `arrangement_code`, `schedule_number`, `from_day`, `act_id`),
	FOREIGN KEY (`act_id`) REFERENCES `acts`(`act_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `obligations` ADD `review` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `return_reason` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `returned_on` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `answer_by` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `returned_by` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `due_original` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `extension_reason` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `extension_document` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `moved_from` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `unlocked_until` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `declared` text;--> statement-breakpoint
ALTER TABLE `obligations` ADD `behind_from` text;--> statement-breakpoint
CREATE INDEX `obligations_by_review` ON `obligations` (`list_id`,`review`,`due_on`,`key`) WHERE review IS NOT NULL;--> statement-breakpoint
ALTER TABLE `progress_rollups` ADD `to_accept` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `progress_rollups` ADD `accepted` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `progress_rollups` ADD `returned` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was received before there were acts is still to be accepted.
UPDATE `obligations` SET `review` = 'toAccept' WHERE `received_rows` = `rows` AND `retired` = 0;--> statement-breakpoint
UPDATE `progress_rollups` SET `to_accept` = `received`;--> statement-breakpoint
-- What was decided stays as it was; what became of an obligation is set once.
CREATE TRIGGER `acts_no_update` BEFORE UPDATE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acts_no_delete` BEFORE DELETE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `act_obligations_set_once` BEFORE UPDATE ON `act_obligations` WHEN OLD.outcome IS NOT NULL BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `act_obligations_no_delete` BEFORE DELETE ON `act_obligations` BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
