DROP TABLE `plan_guards`;--> statement-breakpoint
ALTER TABLE `pushes` ADD `outcomes` text;