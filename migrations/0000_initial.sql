CREATE TABLE `access_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_on` text,
	`revoked_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_keys_role" CHECK("access_keys"."role" IN ('reporter','officer','admin','viewer')),
	CONSTRAINT "access_keys_unit" CHECK(("access_keys"."role" = 'reporter') = ("access_keys"."unit_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `obligations` (
	`key` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`category` integer NOT NULL,
	`task_code` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`schedule_number` integer NOT NULL,
	`unit_id` text NOT NULL,
	`period_id` text NOT NULL,
	`opens_on` text NOT NULL,
	`due_on` text,
	`lock_on` text,
	`rows` integer NOT NULL,
	`received_rows` integer DEFAULT 0 NOT NULL,
	`fulfilled_rows` integer DEFAULT 0 NOT NULL,
	`draft_rows` integer DEFAULT 0 NOT NULL,
	`first_received_at` integer,
	`first_fulfilled_at` integer,
	`last_changed_at` integer,
	`punctuality` text,
	`waived_by` text,
	`retired` integer DEFAULT 0 NOT NULL,
	`touched` integer DEFAULT 0 NOT NULL,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`,`arrangement_code`) REFERENCES `arrangements`(`list_id`,`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "obligations_rows" CHECK("obligations"."received_rows" BETWEEN 0 AND "obligations"."rows"),
	CONSTRAINT "obligations_fulfilled" CHECK("obligations"."fulfilled_rows" BETWEEN 0 AND "obligations"."received_rows"),
	CONSTRAINT "obligations_punctuality" CHECK("obligations"."punctuality" IS NULL OR "obligations"."punctuality" IN ('onTime','reportedLate','completedLate')),
	CONSTRAINT "obligations_waived" CHECK("obligations"."waived_by" IS NULL OR "obligations"."waived_by" IN ('completed','notApplicable'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `obligations_by_series` ON `obligations` (`list_id`,`unit_id`,`arrangement_code`);--> statement-breakpoint
CREATE INDEX `obligations_by_change` ON `obligations` (`list_id`,`unit_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `obligations_by_opening` ON `obligations` (`list_id`,`unit_id`,`opens_on`);--> statement-breakpoint
CREATE INDEX `obligations_by_due` ON `obligations` (`list_id`,`due_on`,`key`);--> statement-breakpoint
CREATE TABLE `periods` (
	`id` text PRIMARY KEY NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicator_totals` (
	`list_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`indicator_id` text NOT NULL,
	`reported` integer,
	`allocated` integer,
	`reporting` integer NOT NULL,
	PRIMARY KEY(`list_id`, `unit_id`, `arrangement_code`, `indicator_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `progress_rollups` (
	`list_id` text NOT NULL,
	`dimension` text NOT NULL,
	`group_id` text NOT NULL,
	`due_on` text NOT NULL,
	`expected` integer NOT NULL,
	`received` integer NOT NULL,
	`fulfilled` integer NOT NULL,
	`on_time` integer NOT NULL,
	`reported_late` integer NOT NULL,
	`completed_late` integer NOT NULL,
	PRIMARY KEY(`list_id`, `dimension`, `group_id`, `due_on`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_group_members` (
	`group_name` text NOT NULL,
	`unit_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	PRIMARY KEY(`group_name`, `unit_id`, `starts_on`),
	FOREIGN KEY (`group_name`) REFERENCES `unit_groups`(`name`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_groups` (
	`name` text PRIMARY KEY NOT NULL,
	`aliases` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`aliases` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "units_kind" CHECK("units"."kind" IN ('bureau','park','town','subdistrict'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `units_name_unique` ON `units` (`name`);--> statement-breakpoint
CREATE TABLE `plan_guards` (
	`holds` integer NOT NULL,
	CONSTRAINT "plan_holds" CHECK("plan_guards"."holds" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`scope`, `name`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`row_key` text PRIMARY KEY NOT NULL,
	`obligation_key` text NOT NULL,
	`indicator_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`findings` text NOT NULL,
	`explained_rules` text NOT NULL,
	`received_at` integer NOT NULL,
	`received_by` text NOT NULL,
	FOREIGN KEY (`obligation_key`) REFERENCES `obligations`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `drafts_by_obligation` ON `drafts` (`obligation_key`);--> statement-breakpoint
CREATE TABLE `push_outcomes` (
	`unit_id` text NOT NULL,
	`push_id` text NOT NULL,
	`part` integer NOT NULL,
	`outcomes` text NOT NULL,
	PRIMARY KEY(`unit_id`, `push_id`, `part`),
	FOREIGN KEY (`unit_id`,`push_id`) REFERENCES `pushes`(`unit_id`,`push_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `pushes` (
	`unit_id` text NOT NULL,
	`push_id` text NOT NULL,
	`key_id` text NOT NULL,
	`body_sha256` text NOT NULL,
	`received_at` integer NOT NULL,
	`rules_version` text NOT NULL,
	PRIMARY KEY(`unit_id`, `push_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `revisions` (
	`row_key` text NOT NULL,
	`version` integer NOT NULL,
	`obligation_key` text NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`explained_rules` text NOT NULL,
	`rules_version` text NOT NULL,
	`push_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`on_behalf` integer NOT NULL,
	PRIMARY KEY(`row_key`, `version`),
	FOREIGN KEY (`obligation_key`) REFERENCES `obligations`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "revisions_kind" CHECK("revisions"."kind" IN ('submission','draft'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `submissions` (
	`row_key` text PRIMARY KEY NOT NULL,
	`obligation_key` text NOT NULL,
	`indicator_id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text,
	`count` integer,
	`completed_on` text,
	`note` text,
	`problems` text,
	`contact` text,
	`evidence` text,
	`explanation` text,
	`findings` text NOT NULL,
	`explained_rules` text NOT NULL,
	`received_at` integer NOT NULL,
	`received_by` text NOT NULL,
	`on_behalf` integer NOT NULL,
	FOREIGN KEY (`obligation_key`) REFERENCES `obligations`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_version" CHECK("submissions"."version" > 0),
	CONSTRAINT "submissions_count" CHECK("submissions"."count" IS NULL OR "submissions"."count" >= 0),
	CONSTRAINT "submissions_status" CHECK("submissions"."status" IN ('未开始','进行中','已完成','本地无此类','已开展','未开展'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `submissions_by_obligation` ON `submissions` (`obligation_key`);--> statement-breakpoint
CREATE TABLE `allocations` (
	`list_id` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`indicator_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`share` integer NOT NULL,
	PRIMARY KEY(`list_id`, `arrangement_code`, `indicator_id`, `unit_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`,`arrangement_code`,`indicator_id`) REFERENCES `indicators`(`list_id`,`arrangement_code`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocations_share" CHECK("allocations"."share" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `allocations_by_unit` ON `allocations` (`list_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `arrangements` (
	`list_id` text NOT NULL,
	`code` text NOT NULL,
	`task_code` text NOT NULL,
	`position` integer NOT NULL,
	`printed_number` text,
	`text` text NOT NULL,
	`text_as_printed` text NOT NULL,
	`undated_words` text,
	PRIMARY KEY(`list_id`, `code`),
	FOREIGN KEY (`list_id`,`task_code`) REFERENCES `tasks`(`list_id`,`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `arrangements_by_task` ON `arrangements` (`list_id`,`task_code`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`list_id` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`origin` text NOT NULL,
	`starts_on` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`list_id`, `arrangement_code`, `origin`, `starts_on`, `unit_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`,`arrangement_code`) REFERENCES `arrangements`(`list_id`,`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_origin" CHECK("assignments"."origin" IN ('list','bureau'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicators` (
	`list_id` text NOT NULL,
	`arrangement_code` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`target` integer,
	`baseline` integer,
	`mode` text NOT NULL,
	`source` text,
	PRIMARY KEY(`list_id`, `arrangement_code`, `id`),
	FOREIGN KEY (`list_id`,`arrangement_code`) REFERENCES `arrangements`(`list_id`,`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicators_mode" CHECK("indicators"."mode" IN ('cumulative','perPeriod')),
	CONSTRAINT "indicators_target" CHECK("indicators"."target" IS NULL OR "indicators"."target" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `schedules` (
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
	CONSTRAINT "schedules_kind" CHECK("schedules"."kind" IN ('once','window','weekly','monthly','two-monthly','quarterly','undated'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `task_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`title` text NOT NULL,
	`categories` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "task_lists_year" CHECK("task_lists"."year" BETWEEN 2000 AND 2100)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `task_lists_year_unique` ON `task_lists` (`year`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`list_id` text NOT NULL,
	`code` text NOT NULL,
	`category` integer NOT NULL,
	`sequence` integer NOT NULL,
	`name` text NOT NULL,
	`goal` text NOT NULL,
	`goal_quantities` text NOT NULL,
	`units_as_printed` text NOT NULL,
	`units` text NOT NULL,
	PRIMARY KEY(`list_id`, `code`),
	FOREIGN KEY (`list_id`) REFERENCES `task_lists`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
