ALTER TABLE `obligations` ADD `expected` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `obligations` ADD `received` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `obligations` ADD `fulfilled` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What stands in a database already is counted as it was until now.
UPDATE `obligations` SET
  `expected` = (retired = 0 AND (waived_by IS NULL OR received_rows > 0)),
  `received` = (retired = 0 AND received_rows = rows),
  `fulfilled` = (retired = 0 AND fulfilled_rows = rows);
