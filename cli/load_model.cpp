// SPDX-License-Identifier: Apache-2.0
#include "cli/load_model.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "engine/energy/formats/pypsa_folder.hpp"
#include "engine/energy/formats/toml_model.hpp"

namespace dure::cli {
namespace {

namespace fs = std::filesystem;

/// Errors about the files beside a model name them as a person who stands outside its folder would.
void name_from_outside(Errors& errors, const fs::path& folder, const energy::Files& files) {
    for (Error& e : errors) {
        if (files.contains(e.file)) e.file = (folder / e.file).string();
    }
}

Checked<energy::Model> load_toml(const fs::path& path) {
    const auto text = read_file(path);
    if (!text) return std::unexpected(Errors{text.error()});
    const auto names = energy::series_files(*text, path.string());
    if (!names) return std::unexpected(names.error());
    energy::Files files;
    for (const auto& name : *names) {
        auto series = read_file(path.parent_path() / name);
        if (!series) return std::unexpected(Errors{series.error()});
        files[name] = std::move(*series);
    }
    auto model = energy::read_toml_model(*text, path.string(), files);
    if (!model) name_from_outside(model.error(), path.parent_path(), files);
    return model;
}

Checked<energy::Model> load_pypsa(const fs::path& folder) {
    energy::Files files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        auto text = read_file(entry.path());
        if (!text) return std::unexpected(Errors{text.error()});
        files[entry.path().filename().string()] = std::move(*text);
    }
    auto model = energy::read_pypsa_folder(files);
    if (!model) {
        name_from_outside(model.error(), folder, files);
        return model;
    }
    for (auto& [pointer, place] : model->places) place.file = (folder / place.file).string();
    return model;
}

}  // namespace

Checked<energy::Model> load_model(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return load_toml(path);
    if (fs::exists(path / "model.toml", error)) return load_toml(path / "model.toml");
    if (fs::exists(path / "buses.csv", error)) return load_pypsa(path);
    return std::unexpected(Errors{{.code = "file.no_model", .file = path.string()}});
}

}  // namespace dure::cli
