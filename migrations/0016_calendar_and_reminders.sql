CREATE TABLE `calendar_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`unit_id` text NOT NULL,
	`label` text NOT NULL,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_on` text,
	`revoked_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_tokens_sha256_unique` ON `calendar_tokens` (`sha256`);--> statement-breakpoint
CREATE INDEX `calendar_tokens_by_unit` ON `calendar_tokens` (`unit_id`);--> statement-breakpoint
CREATE TABLE `reminder_messages` (
	`day` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text NOT NULL,
	`channel` text,
	`digest` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`claimed_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`day`, `unit_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `reminder_messages_by_state` ON `reminder_messages` (`state`);