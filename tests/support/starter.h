// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace on a private copy of the shipped data, as a first start gives it, on a fixed day.
#pragma once

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QFile>
#include <QTemporaryDir>

namespace interdict::test {

inline const Day fixedToday = dayOf(2026, 11, 24);

inline Gazetteer shippedGazetteer()
{
    QFile file(QStringLiteral(":/data/gazetteer.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the gazetteer is not linked");
    return Gazetteer::fromTsv(file.readAll()).value();
}

struct Starter
{
    explicit Starter(Day today = fixedToday)
        : gazetteer(shippedGazetteer())
        , workspace(gazetteer, today)
    {
        path = dir.filePath(QStringLiteral("starter.interdict"));
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        auto dataSet = DataSet::open(path);
        if (!dataSet)
            qFatal("%s", qPrintable(dataSet.error().message));
        if (const auto opened = workspace.open(std::move(*dataSet)); !opened)
            qFatal("%s", qPrintable(opened.error().message));
    }
    void filter(const QString& text)
    {
        const auto parsed = parseFilter(text, workspace.vocabulary(), gazetteer);
        if (!parsed)
            qFatal("%s: %s", qPrintable(text), qPrintable(parsed.error().message()));
        workspace.setFilter(*parsed);
    }
    QStringList resultUids() const
    {
        QStringList uids;
        for (const Row row : workspace.result())
            uids << workspace.brief(row).uid;
        return uids;
    }

    QTemporaryDir dir;
    QString path;
    Gazetteer gazetteer;
    Workspace workspace;
};

} // namespace interdict::test
