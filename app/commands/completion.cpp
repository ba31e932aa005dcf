// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hidden: the build calls it, and installs what it prints.
#include "app/commands/completionscripts.h"
#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

#include <QIODevice>

namespace interdict {

namespace {

using Script = QByteArray (*)(const CLI::App&);
constexpr std::array<KeyOf<Script>, 2> shells{
    {{bashCompletion, "bash", nullptr}, {zshCompletion, "zsh", nullptr}}};

} // namespace

Runner addCompletion(CLI::App& app)
{
    const auto script = std::make_shared<Script>(nullptr);
    addKey(app, "SHELL", *script, std::span<const KeyOf<Script>>(shells), "Which shell")->required();
    return printing([script](QIODevice& out) {
        const QByteArray text = (*script)(*makeCommandTree().app);
        return out.write(text) == text.size() ? ExitCode::Ok : ExitCode::Failed;
    });
}

} // namespace interdict
