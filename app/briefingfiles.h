// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Briefings as files: one of a workspace's result, or one for each value of a facet, all or none.
#pragma once

#include "app/briefing.h"

namespace interdict {

class MapGeometry;

struct BriefingValue // of a facet, in the result
{
    QString value;
    int events = 0;
    bool operator==(const BriefingValue&) const = default;
};
// By code. Of countries whole ones only.
std::vector<BriefingValue> briefingValues(const Workspace& workspace, Facet facet);
// The files beside each other, a value each: NAME-IT.pdf, NAME-Any-Chinese-AI-model.pdf …
QStringList briefingFileNames(const QString& output, const std::vector<BriefingValue>& values);

// The whole file in memory, of the workspace's filter.
Result<QByteArray> briefingBytes(const Workspace& workspace, const MapGeometry& geometry,
                                 const BriefingOptions& options, BriefingFormat format,
                                 const BriefingProgress& progress = {});

struct BriefingFile
{
    QString path;
    QString value; // empty where there is one briefing
    int events = 0;
    bool operator==(const BriefingFile&) const = default;
};
// Of the workspace's result; with `each` its filter is another afterwards. No file is replaced before all are
// made; an error or a cancel leaves the folder as it was.
Result<std::vector<BriefingFile>> writeBriefings(Workspace& workspace, const MapGeometry& geometry,
                                                 const BriefingOptions& options, BriefingFormat format,
                                                 const BriefingProgress& progress = {});

} // namespace interdict
