CREATE TABLE `ledger_shapes` (
	`unit_id` text NOT NULL,
	`shape` text NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	PRIMARY KEY(`unit_id`, `shape`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
