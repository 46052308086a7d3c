// SPDX-License-Identifier: Apache-2.0
#include "server/mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "server/mail/mime_text.hpp"

namespace dure::mail {
namespace {

constexpr long kConnectSeconds = 15;

/// What a transfer reads and what it learns.
struct Transfer {
    std::string_view left;          ///< of the message
    std::string command = "greet";  ///< the last one sent
    std::string reply;              ///< the server's last line
    bool over = false;              ///< curl takes its leave: what follows says nothing
    const std::function<bool()>* stopped = nullptr;
};

std::size_t read_message(char* into, std::size_t size, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const std::size_t length = std::min(size * count, transfer.left.size());
    std::memcpy(into, transfer.left.data(), length);
    transfer.left.remove_prefix(length);
    return length;
}

std::string_view first_line(const char* data, std::size_t size) {
    const std::string_view text(data, size);
    return text.substr(0, text.find_first_of("\r\n"));
}

int note_talk(CURL*, curl_infotype type, char* data, std::size_t size, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (type == CURLINFO_HEADER_OUT) {
        const auto line = first_line(data, size);
        transfer.over = transfer.over || line == "QUIT";
        if (!transfer.over) transfer.command = std::string(line.substr(0, line.find(' ')));
    } else if (type == CURLINFO_HEADER_IN && !transfer.over) {
        transfer.reply = std::string(first_line(data, size));
    }
    return 0;
}

int look_at_stop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& transfer = *static_cast<Transfer*>(user);
    return transfer.stopped && *transfer.stopped && (*transfer.stopped)() ? 1 : 0;
}

std::string host_of(const std::string& url) {
    const auto at = url.find("://");
    const std::string rest = at == url.npos ? url : url.substr(at + 3);
    if (rest.starts_with('[')) return rest.substr(1, rest.find(']') - 1);
    return rest.substr(0, rest.find_first_of(":/"));
}

bool is_here(const std::string& host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

/// Before RCPT it is not about this mail.
bool about_the_mail(const std::string& command) {
    return command == "RCPT" || command == "DATA";
}

/// "550 5.1.1 no such reader" says 550; 0 where there is no reply.
int status_of(std::string_view reply) {
    int status = 0;
    std::from_chars(reply.data(), reply.data() + reply.size(), status);
    return status;
}

Delivery judge(CURLcode code, const Transfer& transfer, const char* trouble) {
    const int status = status_of(transfer.reply);
    if (code == CURLE_OK) return {.outcome = Outcome::delivered, .said = transfer.reply};
    const bool answered = status >= 400 && status < 600;
    std::string said = answered && !transfer.reply.empty() ? transfer.reply : trouble;
    if (said.empty()) said = curl_easy_strerror(code);
    // 421: it closes the connection; 530: it wants us to sign in first.
    if (!about_the_mail(transfer.command) || status == 421 || status == 530)
        return {.outcome = Outcome::unreachable, .said = std::move(said)};
    if (!answered || status < 500) return {.outcome = Outcome::later, .said = std::move(said)};
    // 552 is a full letter box: the address is right.
    const bool unknown = transfer.command == "RCPT" && status != 552;
    return {.outcome = unknown ? Outcome::bounced : Outcome::refused, .said = std::move(said)};
}

void start_curl_once() {
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!started) throw std::runtime_error("libcurl does not start");
}

}  // namespace

class Smtp::Impl {
  public:
    explicit Impl(SmtpServer server) : server_(std::move(server)) {
        start_curl_once();
        easy_ = curl_easy_init();
        if (!easy_) throw std::runtime_error("libcurl gives no handle");
        set(CURLOPT_URL, server_.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        const bool clear = server_.clear || is_here(host_of(server_.url));
        set(CURLOPT_USE_SSL, static_cast<long>(clear ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        // A server on this machine has no certificate for "localhost".
        if (is_here(host_of(server_.url))) {
            set(CURLOPT_SSL_VERIFYHOST, 0L);
            set(CURLOPT_SSL_VERIFYPEER, 0L);
        }
        if (!server_.user.empty()) {
            set(CURLOPT_USERNAME, server_.user.c_str());
            set(CURLOPT_PASSWORD, server_.password.c_str());
        }
        set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
        set(CURLOPT_TIMEOUT, static_cast<long>(server_.timeout.count()));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, read_message);
        set(CURLOPT_DEBUGFUNCTION, note_talk);
        set(CURLOPT_VERBOSE, 1L);  // for note_talk: nothing is printed
        set(CURLOPT_XFERINFOFUNCTION, look_at_stop);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_ERRORBUFFER, trouble_);
    }
    ~Impl() { curl_easy_cleanup(easy_); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Delivery send(const std::string& from, const std::string& to, std::string_view message,
                  const std::function<bool()>& stopped) {
        if (!is_sendable(to)) return {.outcome = Outcome::bounced, .said = "address"};
        Transfer transfer{.left = message, .stopped = &stopped};
        const std::string sender = "<" + from + ">", reader = "<" + to + ">";
        curl_slist* readers = curl_slist_append(nullptr, reader.c_str());
        set(CURLOPT_MAIL_FROM, sender.c_str());
        set(CURLOPT_MAIL_RCPT, readers);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
        set(CURLOPT_READDATA, &transfer);
        set(CURLOPT_DEBUGDATA, &transfer);
        set(CURLOPT_XFERINFODATA, &transfer);
        trouble_[0] = '\0';
        const CURLcode code = curl_easy_perform(easy_);
        set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
        curl_slist_free_all(readers);
        return judge(code, transfer, trouble_);
    }

  private:
    template <class T>
    void set(CURLoption option, T value) {
        if (curl_easy_setopt(easy_, option, value) != CURLE_OK)
            throw std::runtime_error("libcurl refuses an option of the mail server " + server_.url);
    }

    const SmtpServer server_;
    CURL* easy_ = nullptr;
    char trouble_[CURL_ERROR_SIZE] = {};
};

Smtp::Smtp(SmtpServer server) : impl_(std::make_unique<Impl>(std::move(server))) {}
Smtp::~Smtp() = default;

Delivery Smtp::send(const std::string& from, const std::string& to, std::string_view message,
                    const std::function<bool()>& stopped) {
    return impl_->send(from, to, message, stopped);
}

}  // namespace dure::mail
