// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/fetch.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <string_view>

#include "server/http/guard.hpp"

namespace dure::auth::openid {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr long kConnectSeconds = 5, kSeconds = 10;

struct Cleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;
using Headers = std::unique_ptr<curl_slist, Cleanup>;

std::size_t take(char* data, std::size_t size, std::size_t count, void* target) {
    auto& body = *static_cast<std::string*>(target);
    if (body.size() + size * count > kMostBytes) return 0;
    body.append(data, size * count);
    return size * count;
}

bool on_this_machine(std::string_view url) {
    constexpr std::string_view scheme = "http://";
    if (!url.starts_with(scheme)) return false;
    const auto rest = url.substr(scheme.size());
    return http::is_loopback_host(rest.substr(0, rest.find_first_of("/?#")));
}

Handle new_handle() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    Handle handle(ready ? curl_easy_init() : nullptr);
    if (!handle) throw std::bad_alloc();
    return handle;
}

}  // namespace

Expected<Incoming> fetch(const Outgoing& request) {
    const bool plain = on_this_machine(request.url);
    if (!plain && !request.url.starts_with("https://"))
        return fail("openid.insecure_address", {{"url", request.url.substr(0, 200)}});
    const Handle handle = new_handle();
    CURL* curl = handle.get();
    Incoming answer;
    char reason[CURL_ERROR_SIZE] = "";
    const Headers headers(curl_slist_append(nullptr, "Accept: application/json"));
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, kSeconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "dure");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
    if (plain) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    if (request.form) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form->size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.form->c_str());
    }
    if (request.user) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(curl, CURLOPT_USERNAME, request.user->c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, request.password.value_or("").c_str());
    }
    if (request.bearer) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, request.bearer->c_str());
    }
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK)
        return fail("openid.unreachable", {{"reason", *reason ? reason : curl_easy_strerror(code)}});
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    return answer;
}

std::string form_encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        if (plain)
            out += c;
        else
            (out += '%') += {hex[byte >> 4U], hex[byte & 15U]};
    }
    return out;
}

}  // namespace dure::auth::openid
