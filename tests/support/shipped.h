// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped data, for tests: as the sources have it, and as the data set that the build made of them.
#pragma once

#include "model/exchange/jsonlines.h"
#include "model/store/dataset.h"
#include "model/vocabulary/gazetteer.h"

#include <QFile>

namespace interdict {

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

inline QByteArray shippedSource(const char* name)
{
    return fileBytes(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/data/") + QLatin1String(name));
}

inline const Gazetteer& shippedGazetteer()
{
    static const Gazetteer gazetteer = *Gazetteer::fromTsv(fileBytes(QStringLiteral(":/data/gazetteer.tsv")));
    return gazetteer;
}

inline const Vocabulary& shippedVocabulary()
{
    static const Vocabulary words =
        *readVocabulary(shippedSource("vocabulary.json"), shippedSource("platforms.json"));
    return words;
}

inline const std::vector<Event>& shippedEvents()
{
    static const auto events = *readEvents(shippedSource("events.jsonl"), QStringLiteral("events.jsonl"),
                                           shippedVocabulary(), shippedGazetteer());
    return events;
}

inline const std::vector<Milestone>& shippedMilestones()
{
    static const auto milestones =
        *readMilestones(shippedSource("milestones.jsonl"), QStringLiteral("milestones.jsonl"),
                        shippedVocabulary(), shippedGazetteer());
    return milestones;
}

// A writable copy of the starter data set in `folder`, and where it lies.
inline QString copyShipped(const QString& folder)
{
    QString path = folder + QStringLiteral("/starter.interdict");
    QFile::remove(path);
    QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

inline DataSet openShipped(const QString& folder)
{
    return std::move(*DataSet::open(copyShipped(folder)));
}

// An event that any data set with the shipped vocabulary takes.
inline Event anyEvent(const QString& uid)
{
    Event event = shippedEvents().front();
    event.uid = uid;
    event.relations.clear();
    return event;
}

inline Stamp stamp()
{
    return {QStringLiteral("Test"), QStringLiteral("2026-11-24T12:00:00Z")};
}

} // namespace interdict
