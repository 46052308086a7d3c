// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/taxonomy_seed.hpp"

#include <stdexcept>

#include "server/desks/network/taxonomy_codec.hpp"
#include "server/desks/network/taxonomy_store.hpp"

namespace dure::desks::network {

const std::vector<search::TaxonomyTerm>& built_in_terms() {
    static const std::vector<search::TaxonomyTerm> terms = [] {
        auto read = search::read_taxonomy(embedded_terms(), "taxonomy/terms.tsv");
        if (!read) throw std::logic_error("taxonomy/terms.tsv: " + read.error().front().code);
        return std::move(*read);
    }();
    return terms;
}

void seed_taxonomy(const Desk& desk) {
    if (desk.database.read([](db::Connection& c) { return taxonomy_change(c); }) != 0) return;
    desk.database.write([&](db::Connection& c) {
        if (taxonomy_change(c) != 0) return;
        const Instant now = desk.clock();
        for (Concept& one : concepts_of(built_in_terms())) {
            one.created = one.updated = now;
            insert_concept(c, one);
        }
        count_taxonomy_change(c);
    });
}

}  // namespace dure::desks::network
