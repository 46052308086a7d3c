// SPDX-License-Identifier: Apache-2.0
#include "server/app/app.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <mutex>

#include "server/app/approval_mail.hpp"
#include "server/app/attachables.hpp"
#include "server/app/example.hpp"
#include "server/app/example_approvals.hpp"
#include "server/app/example_centre.hpp"
#include "server/app/example_members.hpp"
#include "server/app/example_network.hpp"
#include "server/app/example_people.hpp"
#include "server/app/findables.hpp"
#include "server/app/importables.hpp"
#include "server/app/references.hpp"
#include "server/app/together.hpp"
#include "server/approvals/reminder.hpp"
#include "server/approvals/routes.hpp"
#include "server/audit/sealer.hpp"
#include "server/auth/credential_routes.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/openid/routes.hpp"
#include "server/auth/role_routes.hpp"
#include "server/auth/routes.hpp"
#include "server/auth/second_factor.hpp"
#include "server/backup/routes.hpp"
#include "server/backup/work.hpp"
#include "server/board/routes.hpp"
#include "server/board/service.hpp"
#include "server/codec/messages.hpp"
#include "server/db/system.hpp"
#include "server/desks/energy/centre/routes.hpp"
#include "server/desks/energy/ensemble_job.hpp"
#include "server/desks/energy/ensemble_store.hpp"
#include "server/desks/energy/plan_run.hpp"
#include "server/desks/energy/routes.hpp"
#include "server/desks/energy/run_approval.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/desks/energy/sweep_job.hpp"
#include "server/desks/energy/sweep_store.hpp"
#include "server/desks/network/findable.hpp"
#include "server/desks/network/routes.hpp"
#include "server/desks/network/search_news.hpp"
#include "server/desks/network/taxonomy_seed.hpp"
#include "server/figures/routes.hpp"
#include "server/figures/seed.hpp"
#include "server/files/routes.hpp"
#include "server/files/sweep.hpp"
#include "server/finder/routes.hpp"
#include "server/http/contract.hpp"
#include "server/http/pipeline.hpp"
#include "server/http/server.hpp"
#include "server/imports/jobs.hpp"
#include "server/imports/routes.hpp"
#include "server/jobs/routes.hpp"
#include "server/jobs/workers.hpp"
#include "server/lists/routes.hpp"
#include "server/mail/unsubscribe.hpp"
#include "server/mailroom/routes.hpp"
#include "server/oversight/routes.hpp"
#include "server/people/routes.hpp"
#include "server/search/changes.hpp"
#include "server/together/reminder.hpp"
#include "server/together/routes.hpp"
#include "server/upkeep/routes.hpp"

namespace dure::app {
namespace {

namespace energy = desks::energy;
namespace network = desks::network;

constexpr std::string_view kJobsByState = "SELECT state, count(*) FROM job GROUP BY state";

/// The problem that a database's trouble means; the rest is a fault of ours and answered with 500.
std::optional<http::Problem> translate(const std::exception& exception) {
    const auto* error = dynamic_cast<const db::Error*>(&exception);
    if (!error) return std::nullopt;
    switch (error->kind()) {
        case db::ErrorKind::busy:
        case db::ErrorKind::timeout:
            return http::Problem{.status = 503, .code = "http.overloaded", .headers = {{"Retry-After", "1"}}};
        case db::ErrorKind::full:
            return http::Problem{.status = 507, .code = "database.full"};
        case db::ErrorKind::unavailable:
            return http::Problem{
                .status = 503, .code = "database.unavailable", .headers = {{"Retry-After", "5"}}};
        case db::ErrorKind::unknown_commit:
            return http::Problem{.status = 503, .code = "database.unknown_commit"};
        case db::ErrorKind::check:
            return http::Problem{.status = 422, .code = "http.invalid_fields"};
        default:
            return std::nullopt;
    }
}

std::optional<std::string> subject_name(db::Connection& c, const jobs::Job& job) {
    if (!job.subject) return std::nullopt;
    if (job.kind == backup::kDrill) return job.subject;
    if (job.kind.starts_with("import_")) return imports::subject_name(c, job);
    if (job.kind == energy::kEnsemble) {
        const auto ensemble = energy::find_ensemble(c, *job.subject);
        return ensemble ? std::optional(ensemble->plan_name +
                                        (ensemble->label.empty() ? "" : " " + ensemble->label))
                        : std::nullopt;
    }
    if (job.kind == energy::kSweep) {
        const auto sweep = energy::find_sweep(c, *job.subject);
        return sweep ? std::optional(sweep->plan_name + (sweep->label.empty() ? "" : " " + sweep->label))
                     : std::nullopt;
    }
    if (job.kind != energy::kPlanRun) return std::nullopt;
    const auto run = energy::find_run(c, *job.subject);
    if (!run) return std::nullopt;
    return run->plan_name + " #" + std::to_string(run->number) + (run->label.empty() ? "" : " " + run->label);
}

/// What was chosen at the start, for whoever administers; nothing secret.
std::vector<std::pair<std::string, std::string>> shown_options(const Options& options) {
    const bool postgresql = options.database_url.starts_with("postgres");
    return {{"address", fmt::format("{}:{}", options.address, options.port)},
            {"public_url", options.public_url},
            {"trusted_proxies", fmt::format("{}", fmt::join(options.trusted_proxies, ", "))},
            {"database", postgresql ? "PostgreSQL" : "SQLite"},
            {"data_dir", std::filesystem::absolute(options.data_dir).string()},
            {"openid_issuer", options.openid.issuer},
            {"workers", std::to_string(options.workers)},
            {"solver_threads", std::to_string(options.solver_threads)}};
}

std::map<std::string, jobs::Follower> followers() {
    auto all = imports::job_followers(db::system_clock());
    all.emplace(energy::kPlanRun, energy::plan_run_follower(db::system_clock()));
    return all;
}

http::Options http_options(const Options& options) {
    return {.address = options.address,
            .port = options.port,
            .workers = options.workers,
            .public_url = options.public_url,
            .trusted_proxies = options.trusted_proxies,
            .page_directory = options.web_dir};
}

}  // namespace

std::string database_address(const Options& options) {
    if (!options.database_url.empty()) return options.database_url;
    return "sqlite://" + (std::filesystem::absolute(options.data_dir) / "dure.db").string();
}

std::unique_ptr<db::Database> open_database(const Options& options) {
    if (options.database_url.empty()) std::filesystem::create_directories(options.data_dir);
    auto database =
        db::Database::open({.url = database_address(options), .readers = std::max(4, options.workers)});
    db::migrate(*database);
    return database;
}

class App::Impl {
  public:
    explicit Impl(Options options)
        : options_(std::move(options)),
          database_(open_database(options_)),
          ids_(db::system_clock(), db::system_random()),
          sessions_(*database_, db::system_clock()),
          accounts_(*database_, db::system_clock(), ids_, sessions_, options_.accounts),
          provider_(options_.openid, db::system_clock()),
          queue_(db::system_clock(), ids_, followers()),
          office_{*database_, db::system_clock(), ids_, organisation_references(), db::system_random()},
          network_{*database_, db::system_clock(), ids_},
          members_(std::make_shared<network::MemberIndex>(db::system_clock())),
          figures_{*database_, db::system_clock(), ids_},
          importables_(importables(office_, network_, members_, figures_)),
          imports_{*database_, db::system_clock(), ids_, queue_, importables_},
          approvals_{*database_, db::system_clock(), ids_, kinds_, approval_mails(db::system_clock())},
          files_{*database_, db::system_clock(), ids_,
                 std::make_shared<files::Folder>(options_.data_dir / "files"), attachables_},
          backups_{*database_,    database_address(options_),    db::system_clock(), queue_,
                   files_.folder, options_.data_dir / "backups", options_.version},
          subjects_(together_subjects(approvals_)),
          waits_(together_waits(approvals_, queue_)),
          calendars_(together_calendars(approvals_)),
          together_{*database_, db::system_clock(), ids_, subjects_, waits_, calendars_, options_.public_url},
          desk_{*database_, db::system_clock(), ids_, queue_, std::max(1, options_.workers / 2 - 1)} {
        installation_.version = options_.version;
        installation_.provider = options_.openid.configured() ? options_.openid.name : "";
        installation_.public_url = options_.public_url;
        installation_.institute = [this] {
            const std::lock_guard lock(institute_mutex_);
            return institute_;
        };
        installation_.permitted = [this](const auth::Actor& actor) {
            return auth::permitted(operations_, actor);
        };
        installation_.rights = [this] { return auth::rights_of(operations_); };
        kinds_.add(energy::run_kind());
        kinds_.add(board::minutes_kind());
        add_attachables(attachables_, approvals_);
        if (options_.seed_taxonomy) network::seed_taxonomy(network_);
        if (options_.seed_figures) figures::seed_figures(figures_);
        if (!options_.example_dir.empty()) {
            seed_example(options_.example_dir, desk_, accounts_);
            seed_example_people(options_.example_dir, office_);
            seed_example_network(options_.example_dir, network_);
            seed_example_members(network_, accounts_);
            seed_example_approvals(options_.example_dir, approvals_);
            seed_example_centre(options_.example_dir, desk_);
            installation_.example = app::example_accounts();
            std::ranges::copy(example_member_accounts(), std::back_inserter(installation_.example));
        }
        seal_secrets();
        const auto settings = database_->read([](db::Connection& c) { return upkeep::read_settings(c); });
        apply(settings);
        options_.mail.house.public_url = options_.public_url;
        options_.mail.house.unsubscribe_key =
            mail::unsubscribe_key(*database_, db::system_random(), db::system_clock()());
        make_routes();
        server_ = std::make_unique<http::Server>(http_options(options_), routes_, hooks());
    }
    ~Impl() { stop(); }

    void start() {
        workers_ = std::make_unique<jobs::Workers>(
            *database_, queue_, ids_.next(),
            std::map<std::string, jobs::Handler>{
                {std::string(energy::kPlanRun),
                 energy::plan_run_handler(*database_, db::system_clock(), options_.solver_threads)}});
        // Apart from the runs: an ensemble takes minutes, and a run must not wait for it.
        ensembles_ = std::make_unique<jobs::Workers>(
            *database_, queue_, ids_.next(),
            std::map<std::string, jobs::Handler>{
                {std::string(energy::kEnsemble),
                 energy::ensemble_handler(*database_, options_.solver_threads)},
                {std::string(energy::kSweep), energy::sweep_handler(*database_, options_.solver_threads)}});
        database_->write([](db::Connection& c) { search::prune_changes(c, db::system_clock()()); });
        importers_ =
            std::make_unique<jobs::Workers>(*database_, queue_, ids_.next(), imports::job_handlers(imports_));
        backup_workers_ =
            std::make_unique<jobs::Workers>(*database_, queue_, ids_.next(), backup::job_handlers(backups_));
        if (options_.nightly_backups) nightly_ = std::make_unique<backup::Nightly>(backups_);
        sealer_ = std::make_unique<audit::Sealer>(*database_, db::system_random());
        reminder_ = std::make_unique<approvals::Reminder>(approvals_);
        sweeper_ = std::make_unique<files::Sweeper>(files_);
        task_reminder_ = std::make_unique<together::Reminder>(together_);
        news_ = std::make_unique<network::SearchNews>(network_, members_);
        mails_ = std::make_unique<mail::Sender>(*database_, db::system_clock(), ids_.next(), options_.mail);
        server_->start();
    }

    void stop() {
        server_->stop();
        workers_.reset();
        ensembles_.reset();
        importers_.reset();
        backup_workers_.reset();
        nightly_.reset();
        sealer_.reset();
        reminder_.reset();
        sweeper_.reset();
        task_reminder_.reset();
        news_.reset();
        mails_.reset();
    }

    Options options_;
    std::unique_ptr<db::Database> database_;
    IdMaker ids_;
    auth::Sessions sessions_;
    auth::Accounts accounts_;
    auth::openid::Provider provider_;
    jobs::Queue queue_;
    people::Office office_;
    network::Desk network_;
    std::shared_ptr<network::MemberIndex> members_;
    figures::Office figures_;
    const imports::Registry importables_;
    imports::Context imports_;
    approvals::Kinds kinds_;
    approvals::Office approvals_;
    files::Kinds attachables_;
    files::Office files_;
    backup::Office backups_;
    const together::Subjects subjects_;
    const std::vector<together::Waits> waits_;
    const std::vector<together::Calendar> calendars_;
    const together::Office together_;
    energy::Desk desk_;
    auth::Installation installation_;
    std::vector<auth::Operation> operations_;
    std::vector<http::Route> routes_;
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<jobs::Workers> workers_, ensembles_, importers_, backup_workers_;
    std::unique_ptr<backup::Nightly> nightly_;
    std::unique_ptr<audit::Sealer> sealer_;
    std::unique_ptr<approvals::Reminder> reminder_;
    std::unique_ptr<files::Sweeper> sweeper_;
    std::unique_ptr<together::Reminder> task_reminder_;
    std::unique_ptr<network::SearchNews> news_;
    std::unique_ptr<mail::Sender> mails_;

  private:
    std::mutex institute_mutex_;
    std::array<std::string, 3> institute_;

    void seal_secrets() {
        const auto& box = accounts_.box();
        const bool kept = options_.accounts.key.has_value();
        if (const int sealed =
                kept ? database_->write([&](db::Connection& c) { return auth::seal_secrets(c, box); }) : 0)
            spdlog::info("secrets_sealed count={}", sealed);
        const int unreadable =
            database_->read([&](db::Connection& c) { return auth::count_unreadable_secrets(c, box); });
        if (unreadable > 0)
            spdlog::error(
                "secrets_unreadable count={}: sealed by another key than this server's; recovery codes hold, "
                "administrators can reset the second factor",
                unreadable);
    }

    upkeep::Office upkeep_office() {
        return {.database = *database_,
                .clock = db::system_clock(),
                .version = options_.version,
                .folder = options_.data_dir,
                .options = shown_options(options_),
                .unreadable_secrets =
                    [this] {
                        return database_->read([&](db::Connection& c) {
                            return auth::count_unreadable_secrets(c, accounts_.box());
                        });
                    },
                .look_at_backups =
                    [this](upkeep::HealthWish& wish) {
                        const auto standing = backup::standing_of(backup::shelf_of(backups_));
                        wish.backup_made = standing.made;
                        wish.backup_good = standing.good;
                    },
                .apply = [this](const upkeep::Settings& settings) { apply(settings); }};
    }

    void apply(const upkeep::Settings& settings) {
        constexpr Instant minute = 60 * kSecond, day = 24 * 60 * minute;
        sessions_.set_life(
            {.idle = settings.session_idle_minutes * minute, .absolute = settings.session_days * day});
        accounts_.set_shortest_password(settings.password_length);
        const std::lock_guard lock(institute_mutex_);
        institute_ = {settings.institute_ko, settings.institute_en, settings.contact};
    }

    void add(const std::vector<auth::Operation>& more) {
        operations_.insert(operations_.end(), more.begin(), more.end());
    }

    void make_routes() {
        operations_ = auth::account_operations(accounts_, *database_, db::system_clock(), installation_);
        // One line each, so that two who add theirs do not meet.
        add(auth::role_operations(accounts_, *database_));
        add(auth::credential_operations(accounts_, *database_, db::system_clock(),
                                        !options_.mail.server.url.empty()));
        add(auth::openid::operations(accounts_, *database_, db::system_clock(), provider_, installation_));
        add(upkeep::operations(upkeep_office()));
        add(oversight::operations(*database_, db::system_clock()));
        add(finder::operations(*database_,
                               std::make_shared<finder::Box>(findables(approvals_), db::system_clock(),
                                                             network::current_terms())));
        add(people::operations(office_));
        add(figures::operations(figures_));
        add(imports::operations(imports_));
        add(files::operations(files_));
        add(backup::operations(backups_));
        add(lists::operations(*database_, db::system_clock(), ids_));
        add(approvals::operations(approvals_));
        add(board::operations(approvals_));
        add(together::operations(together_));
        add(mailroom::operations(mailroom()));
        add(energy::operations(desk_));
        add(energy::centre_operations(desk_));
        add(energy::run_approval_operations(desk_, approvals_));
        add(network::operations(network_, members_));
        add(jobs::operations(*database_, queue_, subject_name));
        operations_.push_back({"GET", "/api/v1/openapi.json", "get_contract", auth::kEveryone,
                               auth::Refusal::forbidden, [](const http::Request&, const auth::Actor&) {
                                   return http::json_text(std::string(http::contract_json()));
                               }});
        routes_ = auth::guard(operations_, auth::identify_by(sessions_));
    }

    mailroom::Mailroom mailroom() {
        return {*database_, db::system_clock(), ids_, options_.mail.house,
                [this] { return mails_ ? mails_->state() : mail::SenderState{}; }};
    }

    http::Hooks hooks() {
        return {.sentence =
                    [](std::string_view language, const std::string& code, const Params& params) {
                        return codec::Messages::embedded().sentence(language, "error." + code, params);
                    },
                .translate = translate,
                .ready =
                    [this] {
                        return database_->read(
                            [](db::Connection& c) { return c.query_one("SELECT 1").has_value(); });
                    },
                .gauges = [this] { return jobs_by_state(); }};
    }

    std::vector<http::Gauge> jobs_by_state() {
        std::vector<http::Gauge> gauges;
        for (const auto& row : database_->read([](db::Connection& c) { return c.query(kJobsByState); }))
            gauges.push_back({.name = "dure_jobs",
                              .help = "Jobs by state",
                              .labels = {{"state", row.text(0)}},
                              .value = static_cast<double>(row.integer(1))});
        return gauges;
    }
};

App::App(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
App::~App() = default;
void App::start() {
    impl_->start();
}
void App::stop() {
    impl_->stop();
}
std::uint16_t App::port() const {
    return impl_->server_->port();
}
const std::vector<auth::ExampleAccount>& App::example_accounts() const {
    return impl_->installation_.example;
}
bool App::setup_needed() {
    return impl_->accounts_.setup_needed();
}
db::Database& App::database() {
    return *impl_->database_;
}
auth::Accounts& App::accounts() {
    return impl_->accounts_;
}
const std::vector<http::Route>& App::routes() const {
    return impl_->routes_;
}

}  // namespace dure::app
