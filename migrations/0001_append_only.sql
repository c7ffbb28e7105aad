-- Revisions are append-only: what was acknowledged stays as it was.
CREATE TRIGGER `revisions_no_update` BEFORE UPDATE ON `revisions` BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `revisions_no_delete` BEFORE DELETE ON `revisions` BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
--> statement-breakpoint
INSERT INTO `sequences` (`name`, `value`, `at`) VALUES ('changes', 0, 0);
