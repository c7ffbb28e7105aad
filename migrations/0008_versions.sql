CREATE TABLE `versions` (
	`thing` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`changed_by`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
