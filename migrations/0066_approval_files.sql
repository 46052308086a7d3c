-- SPDX-License-Identifier: Apache-2.0
-- files: the attachments of a document as it was handed in, a JSON list of {name, hash, size}; its content hash covers them. None of
-- rounds from before.
ALTER TABLE approval_round ADD COLUMN files TEXT;
