// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/base/error.hpp"

namespace dure::codec {

/// The text of messages/ko.json or messages/en.json (any other language) as it was when the program was
/// built.
std::string_view embedded_messages(std::string_view language);

/// Sentences by dotted key ("error.mps.bad_number") with `{{name}}` where a parameter goes. Pure: JSON text
/// in, sentences out.
class Messages {
  public:
    /// Both languages of the program.
    static const Messages& embedded();

    /// Errors: `json.malformed`, and `messages.not_text` (`key`) for a leaf that is no string.
    static Expected<Messages> parse(std::string_view korean, std::string_view english);

    /// The filled sentence in "ko" or English (any other language); the key itself where there is none.
    /// Placeholders without a parameter stay as they are.
    std::string sentence(std::string_view language, std::string_view key, const Params& params = {}) const;

    /// "file:line: sentence", with what the error has of file, line and pointer.
    std::string sentence(std::string_view language, const Error& error) const;

    using Sentences = std::unordered_map<std::string, std::string>;
    const Sentences& sentences(std::string_view language) const {
        return language == "ko" ? korean_ : english_;
    }

  private:
    Sentences korean_, english_;
};

}  // namespace dure::codec
