// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that belong together, written beside their targets and then renamed over them, all or none: where one
// cannot be written, those before it become again what they were.
#pragma once

#include "model/error.h"

#include <QSaveFile>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace interdict {

class StagedFiles
{
public:
    StagedFiles();
    ~StagedFiles(); // what was not committed is gone
    Q_DISABLE_COPY_MOVE(StagedFiles)

    // The errors name the file and what to do: no such folder, no rights, no room.
    Result<void> add(const QString& path, const QByteArray& bytes);
    // Renames all, reads each and compares. The paths, in order.
    Result<QStringList> commit();

private:
    struct Staged;
    void takeBack(std::size_t count);

    std::vector<Staged> m_files;
};

} // namespace interdict
