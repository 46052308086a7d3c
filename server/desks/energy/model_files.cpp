// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/model_files.hpp"

#include <algorithm>
#include <optional>

#include "engine/energy/formats/pypsa_folder.hpp"
#include "engine/energy/formats/toml_model.hpp"

namespace dure::desks::energy {
namespace {

constexpr std::string_view kModelName = "model.toml";
constexpr std::string_view kSeriesName = "series.csv";

/// "daegu/" when every name begins so.
std::string common_folder(const std::vector<TextFile>& files) {
    const std::string& first = files.front().name;
    for (auto slash = first.rfind('/'); slash != first.npos && slash > 0;
         slash = first.rfind('/', slash - 1)) {
        const std::string folder = first.substr(0, slash + 1);
        if (std::ranges::all_of(files, [&](const TextFile& file) { return file.name.starts_with(folder); }))
            return folder;
    }
    return {};
}

std::string pointer_of(std::size_t index) {
    return "/files/" + std::to_string(index);
}

struct Upload {
    std::string folder;
    dure::energy::Files texts;
    Errors errors;
    const std::vector<TextFile>& files;

    explicit Upload(const std::vector<TextFile>& given) : folder(common_folder(given)), files(given) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            const std::string name = files[i].name.substr(folder.size());
            if (!texts.emplace(name, files[i].text).second)
                errors.push_back(
                    {.code = "plan.doubled_file", .params = {{"name", name}}, .pointer = pointer_of(i)});
        }
    }

    /// Errors of a format name the file; the page also wants its place in the list.
    Errors placed(Errors found) const {
        for (Error& error : found) {
            const auto file = std::ranges::find(files, folder + error.file, &TextFile::name);
            if (file != files.end())
                error.pointer = pointer_of(static_cast<std::size_t>(file - files.begin()));
            else
                error.pointer = "/files";
        }
        return found;
    }
};

std::unexpected<Errors> refuse(std::string code) {
    return std::unexpected(Errors{{.code = std::move(code), .pointer = "/files"}});
}

}  // namespace

Checked<dure::energy::Model> read_model_files(const std::vector<TextFile>& files) {
    const Upload upload(files);
    if (!upload.errors.empty()) return std::unexpected(upload.errors);
    std::optional<std::string> toml;
    for (const auto& [name, text] : upload.texts) {
        if (!name.ends_with(".toml")) continue;
        if (toml) return refuse("plan.two_model_files");
        toml = name;
    }
    if (!toml && !dure::energy::is_pypsa_folder(upload.texts)) return refuse("plan.no_model_file");
    auto model = toml ? dure::energy::read_toml_model(upload.texts.at(*toml), *toml, upload.texts)
                      : dure::energy::read_pypsa_folder(upload.texts);
    if (!model) return std::unexpected(upload.placed(std::move(model.error())));
    return model;
}

Files write_model_files(const dure::energy::Network& network, const dure::energy::SeriesValues& series,
                        std::span<const dure::energy::Assumption> assumptions) {
    auto written = dure::energy::write_toml_model(network, series, kSeriesName, assumptions);
    Files files;
    files.files.push_back({std::string(kModelName), std::move(written.toml)});
    if (!written.csv.empty()) files.files.push_back({std::string(kSeriesName), std::move(written.csv)});
    return files;
}

}  // namespace dure::desks::energy
