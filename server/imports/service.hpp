// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/auth/actor.hpp"
#include "server/imports/codec.hpp"
#include "server/imports/context.hpp"
#include "server/imports/store.hpp"

/// Changes of imports. All but the first are for one that the actor may steer and whose version was matched;
/// each leaves its audit entry in the caller's transaction.
namespace dure::imports {

struct Who {
    std::string account, request_id;
};

/// Keeps a file that was looked at (inspect.hpp), with the mapping that the person chose for such headings
/// before.
Import begin_import(db::Connection& c, const Context& context, Import one, std::string_view content,
                    const Who& who);
/// Takes over what was chosen; headings and sample come from `seen`, the file looked at again. Mended rows of
/// a reading that is no longer are gone. Errors (with pointers): imports.no_such_column,
/// imports.no_such_source, imports.column_twice, imports.unit_mismatch.
Checked<Import> change_import(db::Connection& c, const Context& context, Import one, const Import& seen,
                              const ImportChange& change, const Who& who);
/// Needed columns that nothing fills, as imports.column_needed {column}.
Errors missing_columns(const Import& one, const Resource& resource);
/// Refuses with imports.column_needed {column} where a needed column has no source.
Checked<Import> start_check(db::Connection& c, const Context& context, Import one, const Who& who);
Import start_write(db::Connection& c, const Context& context, Import one, const Who& who);
Import start_undo(db::Connection& c, const Context& context, Import one, const UndoWish& wish,
                  const Who& who);
void drop_import(db::Connection& c, const Context& context, const Import& one, const Who& who);

/// Mends cells or decides. The row is judged at once; the import's counts follow.
struct MendedRow {
    Import one;
    StoredRow row;
};
Checked<MendedRow> change_row(db::Connection& c, const Context& context, Import one, StoredRow row,
                              const RowChange& change);

}  // namespace dure::imports
