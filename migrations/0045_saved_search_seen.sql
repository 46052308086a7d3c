-- SPDX-License-Identifier: Apache-2.0
-- A mail may name what is new before its reader has looked. seen: whether they have; the rest is new to them.
ALTER TABLE saved_search_hit ADD COLUMN seen INTEGER NOT NULL DEFAULT 1 CHECK (seen IN (0, 1));
