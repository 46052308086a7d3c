-- SPDX-License-Identifier: Apache-2.0
-- A mailing goes to accounts, or to the directory's persons who agreed to get mailings.
ALTER TABLE mailing ADD COLUMN audience TEXT NOT NULL DEFAULT 'accounts';
