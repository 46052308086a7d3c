// SPDX-License-Identifier: Apache-2.0
#include "server/audit/digest.hpp"

#include <sodium.h>

#include <span>
#include <string_view>

namespace dure::audit {
namespace {

static_assert(kDigestBytes == crypto_hash_sha256_BYTES);

class Sha256 {
  public:
    Sha256() { crypto_hash_sha256_init(&state_); }

    Sha256& add(std::int64_t number) {
        unsigned char bytes[8];
        for (int i = 0; i < 8; ++i)
            bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (56 - 8 * i));
        crypto_hash_sha256_update(&state_, bytes, sizeof bytes);
        return *this;
    }
    Sha256& add(std::string_view text) {
        add(static_cast<std::int64_t>(text.size()));
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        return *this;
    }
    Sha256& add(const db::Blob& bytes) {
        return add(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }
    /// -1 as a length: no text is not the empty text.
    Sha256& add(const std::optional<std::string>& text) {
        return text ? add(std::string_view(*text)) : add(std::int64_t{-1});
    }
    db::Blob result() {
        db::Blob digest(kDigestBytes);
        crypto_hash_sha256_final(&state_, reinterpret_cast<unsigned char*>(digest.data()));
        return digest;
    }

  private:
    crypto_hash_sha256_state state_;
};

}  // namespace

db::Blob content_digest(const db::Blob& salt, const Entry& entry) {
    return Sha256().add(salt).add(entry.before).add(entry.after).result();
}

db::Blob chain_hash(const db::Blob& previous, std::int64_t chain_number, std::int64_t number,
                    const Entry& entry, const db::Blob& content_digest) {
    const std::string_view action = entry.action, kind = entry.record_kind, record = entry.record_id,
                           actor = entry.actor, request = entry.request_id;
    return Sha256()
        .add(previous)
        .add(chain_number)
        .add(number)
        .add(entry.at)
        .add(actor)
        .add(action)
        .add(kind)
        .add(record)
        .add(request)
        .add(content_digest)
        .result();
}

}  // namespace dure::audit
