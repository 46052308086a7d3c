// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "server/audit/audit.hpp"
#include "server/desks/network/taxonomy_service.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::network {
namespace {

using Concepts = std::map<std::string, Concept>;

Concepts all_concepts(db::Connection& c) {
    Concepts all;
    for (const bool deleted : {false, true})
        for (Concept& one : list_concepts(c, {.deleted = deleted, .limit = 0})) all[one.id] = std::move(one);
    return all;
}

const Term* same_word(const std::vector<Term>& terms, const Term& wanted) {
    const auto found = std::ranges::find_if(terms, [&](const Term& term) {
        return term.language == wanted.language && term.term == wanted.term;
    });
    return found == terms.end() ? nullptr : &*found;
}

bool says_the_same(const Term& a, const Term& b) {
    return a.origin == b.origin && a.reviewed == b.reviewed;
}

/// A file's term, with who reviewed it where Dure knew that already.
Term merged(const Term& written, const Term* before, const Who& who, Instant now) {
    if (before && says_the_same(written, *before)) return *before;
    Term term = written;
    if (term.reviewed && before && before->reviewed) {
        term.reviewed_by = before->reviewed_by;
        term.reviewed_at = before->reviewed_at;
    } else if (term.reviewed) {
        term.reviewed_by = who.actor.account;
        term.reviewed_at = now;
    }
    return term;
}

/// The concept's terms after the import; counts what is new, changed and gone.
std::vector<Term> terms_after(const Concept& before, const std::vector<Term>& written, ImportMode mode,
                              const Who& who, Instant now, ImportResult& result) {
    std::vector<Term> after;
    if (mode == ImportMode::merge) {
        for (const Term& old : before.terms) {
            const Term* now_written = same_word(written, old);
            after.push_back(now_written ? merged(*now_written, &old, who, now) : old);
            if (now_written && !says_the_same(*now_written, old)) ++result.changed_terms;
        }
        for (const Term& one : written) {
            if (same_word(before.terms, one)) continue;
            after.push_back(merged(one, nullptr, who, now));
            ++result.new_terms;
        }
        return after;
    }
    for (const Term& one : written) {
        const Term* old = same_word(before.terms, one);
        after.push_back(merged(one, old, who, now));
        if (!old) ++result.new_terms;
        if (old && !says_the_same(one, *old)) ++result.changed_terms;
    }
    for (const Term& old : before.terms)
        if (!same_word(written, old)) ++result.removed_terms;
    return after;
}

bool same_terms(const std::vector<Term>& a, const std::vector<Term>& b) {
    return std::ranges::equal(a, b, [](const Term& x, const Term& y) {
        return x.language == y.language && x.term == y.term && says_the_same(x, y);
    });
}

/// What an import changes.
struct Changes {
    std::vector<Concept> made, changed;
    std::vector<Concept> before;  ///< of those changed, as they were; of those made, put away
};

/// Concepts of the file: new ones, and those whose terms change.
void compare_written(const std::vector<Concept>& written, const Concepts& all, ImportMode mode,
                     const Who& who, Instant now, Changes& changes, ImportResult& result) {
    for (const Concept& wanted : written) {
        const auto known = all.find(wanted.id);
        const Concept before = known == all.end() ? Concept{.id = wanted.id} : known->second;
        Concept after = before;
        after.terms = terms_after(before, wanted.terms, mode, who, now, result);
        after.deleted.reset();
        after.updated = now;
        if (known == all.end()) {
            after.created = now;
            changes.made.push_back(after);
            after.deleted = now;
            changes.before.push_back(std::move(after));
            ++result.new_concepts;
        } else if (before.deleted || !same_terms(after.terms, before.terms)) {
            changes.changed.push_back(std::move(after));
            changes.before.push_back(before);
            ++(before.deleted ? result.new_concepts : result.changed_concepts);
        } else {
            ++result.unchanged_concepts;
        }
    }
}

/// Concepts that the file does not have are put away.
void compare_missing(const std::vector<Concept>& written, const Concepts& all, Instant now, Changes& changes,
                     ImportResult& result) {
    std::map<std::string_view, bool> named;
    for (const Concept& one : written) named[one.id] = true;
    for (const auto& [id, one] : all) {
        if (one.deleted || named.contains(id)) continue;
        changes.before.push_back(one);
        changes.changed.push_back(one);
        changes.changed.back().deleted = now;
        changes.changed.back().updated = now;
        ++result.removed_concepts;
        result.removed_terms += static_cast<std::int64_t>(one.terms.size());
    }
}

void note(db::Connection& c, const std::string& id, const Who& who, std::string action, std::string after,
          Instant now) {
    audit::record(c, {.at = now,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kTaxonomyImport),
                      .record_id = id,
                      .before = std::nullopt,
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, "taxonomy", "", now);
}

}  // namespace

ImportResult import_terms(db::Connection& c, const Desk& desk, const std::vector<search::TaxonomyTerm>& terms,
                          ImportMode mode, bool preview, const Who& who) {
    const Instant now = desk.clock();
    const auto written = concepts_of(terms);
    const Concepts all = all_concepts(c);
    ImportResult result{.concepts = static_cast<std::int64_t>(written.size()),
                        .terms = static_cast<std::int64_t>(terms.size()),
                        .change = taxonomy_change(c)};
    Changes changes;
    compare_written(written, all, mode, who, now, changes, result);
    if (mode == ImportMode::replace) compare_missing(written, all, now, changes, result);
    if (preview || changes.before.empty()) return result;
    for (const Concept& one : changes.made) insert_concept(c, one);
    for (const Concept& one : changes.changed) update_concept(c, one);
    result.id = desk.ids.next();
    result.change = count_taxonomy_change(c);
    insert_import(c, {.id = *result.id,
                      .before = encode_concepts(changes.before),
                      .actor = who.actor.account,
                      .made = now});
    note(c, *result.id, who, "import_taxonomy", encode(result), now);
    return result;
}

void undo_import(db::Connection& c, const Desk& desk, const KeptImport& import, const Who& who) {
    const Instant now = desk.clock();
    if (!set_import_undone(c, import.id, now)) http::refuse(409, "taxonomy.import_undone");
    const auto before = decode_concepts(import.before);
    for (const Concept& old : before) {
        const auto current = find_concept(c, old.id);
        if (!current || current->updated != import.made)
            http::refuse(409, "taxonomy.changed_since", {{"concept", old.id}});
        Concept back = old;
        back.version = current->version;
        back.updated = now;
        update_concept(c, back);
    }
    count_taxonomy_change(c);
    note(c, import.id, who, "undo_taxonomy_import", "{\"concepts\":" + std::to_string(before.size()) + '}',
         now);
}

}  // namespace dure::desks::network
