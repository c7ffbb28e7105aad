CREATE INDEX `obligations_by_sequence` ON `obligations` (`list_id`,`sequence`,`key`);--> statement-breakpoint
CREATE INDEX `obligations_by_received` ON `obligations` (`list_id`,`due_on`,`key`) WHERE received_rows > 0;--> statement-breakpoint
CREATE INDEX `obligations_by_draft` ON `obligations` (`list_id`,`due_on`,`key`) WHERE draft_rows > 0;--> statement-breakpoint
CREATE INDEX `revisions_by_time` ON `revisions` (substr(obligation_key, 1, 4),`made_at`);--> statement-breakpoint
CREATE INDEX `revisions_by_unit` ON `revisions` (substr(obligation_key, 1, 4),json_extract('["' || replace(obligation_key, '.', '","') || '"]', '$[3]'),`made_at`);
