// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the file is whole.
#include "model/store/dataset_p.h"

namespace interdict {

using namespace store;

Result<void> DataSet::checkIntegrity() const
{
    return guarded(d->path, [&]() -> Result<void> {
        const auto text = [](std::string_view part) {
            return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
        };
        FastQuery pages(*d->database, "PRAGMA integrity_check(1)");
        if (!pages.next() || pages.text(0) != "ok")
            throw damaged(d->path, text(pages.text(0)));
        FastQuery references(*d->database, "PRAGMA foreign_key_check");
        if (references.next())
            throw damaged(d->path, QStringLiteral("a row of %1 refers to one of %2 that is not there")
                                       .arg(text(references.text(0)), text(references.text(2))));
        return {};
    });
}

} // namespace interdict
