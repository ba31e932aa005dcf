// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figurebase.h"

#include "widgets/figure/figurefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FigureCommand", text);
}

// The name of the first entry that reading leaves out or changes, as in "chart.bin"; empty where none is.
QString misread(const QJsonObject& written, const QJsonObject& read)
{
    for (auto it = written.begin(); it != written.end(); ++it) {
        const QJsonValue other = read.value(it.key());
        if (it.value().isObject() && other.isObject()) {
            if (const QString name = misread(it.value().toObject(), other.toObject()); !name.isEmpty())
                return it.key() + u'.' + name;
        } else if (it.value() != other) {
            return it.key();
        }
    }
    return {};
}

Result<FigureSpec> specFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound,
                       tr("--spec: %1 cannot be read: %2").arg(path, file.errorString()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return failure(Error::Kind::Failed,
                       tr("--spec: %1 is no JSON object (%2, at byte %3). --save-spec writes one.")
                           .arg(path, error.errorString())
                           .arg(error.offset));
    const FigureSpec spec = figureSpecFrom(document.object());
    const QString name = misread(document.object(), toJson(spec));
    if (name.isEmpty())
        return spec;
    return failure(
        Error::Kind::Failed,
        tr("--spec: %1: \"%2\" is unknown, or has a value that means nothing. --save-spec writes what "
           "is understood.")
            .arg(path, name));
}

} // namespace

Result<FigureSpec> figureBase(const QString& spec, const QString& like)
{
    if (!spec.isEmpty())
        return specFromFile(spec);
    if (like.isEmpty())
        return FigureSpec();
    auto stamp = readFigureStamp(like);
    if (stamp)
        return stamp->spec;
    stamp.error().kind = Error::Kind::Failed; // a file that cannot be used is no wrong usage
    return tl::make_unexpected(stamp.error());
}

Result<FigureSpec> changedSpec(FigureSpec base, const std::vector<SpecChange>& changes, bool hasKind)
{
    for (const SpecChange& change : changes)
        if (change.isKind) {
            change.apply(base);
            hasKind = true;
        }
    if (!hasKind)
        return failure(Error::Kind::BadInput,
                       tr("say what to make, as in interdict figure map; --like and --spec know it already"));
    for (const SpecChange& change : changes)
        if (!change.isKind)
            change.apply(base);
    for (const SpecChange& change : changes)
        if (const QString objection = change.objection ? change.objection(base) : QString();
            !objection.isEmpty())
            return failure(Error::Kind::BadInput, change.option + u' ' + objection);
    if (base.kind == FigureKind::Card && base.event.isEmpty())
        return failure(Error::Kind::BadInput, tr("--event: say which event the card shows, by its id"));
    return base;
}

} // namespace interdict
