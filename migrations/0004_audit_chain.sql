-- SPDX-License-Identifier: Apache-2.0
-- What the chain's hash needs of an entry, so that its contents can be removed later: their digest, and the salt that
-- keeps them from being guessed from it. A sealed entry without salt has been erased.
ALTER TABLE audit_entry ADD COLUMN salt BLOB;

ALTER TABLE audit_entry ADD COLUMN content_digest BLOB;

CREATE INDEX audit_entry_unsealed ON audit_entry (number) WHERE chain_number IS NULL;
