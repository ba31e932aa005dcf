// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/rowdetail.h"

#include "model/workspace.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/history/historydelegates.h"
#include "widgets/history/revisions.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("RowDetail", text, nullptr, n);
}

QString escaped(const QString& text)
{
    return text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"));
}

class Detail
{
public:
    Detail(const ImportSource& source, const Workspace& workspace, const QPalette& palette)
        : m_source(source)
        , m_workspace(workspace)
        , m_theme(Theme::of(palette))
    {
    }

    QString of(const PlannedRow& row)
    {
        switch (row.verdict) {
        case RowVerdict::New:
            say(tr("A new event, %1").arg(row.change.after->uid));
            break;
        case RowVerdict::Update:
            say(tr("Changes the event %1").arg(row.change.after->uid));
            break;
        case RowVerdict::Unchanged:
            say(tr("The event %1 says the same already").arg(row.change.after->uid));
            break;
        case RowVerdict::Duplicate:
            return duplicate(row);
        case RowVerdict::Error:
            return error(row);
        }
        doubts(row);
        compare(row.change.before, row.change.after, tr("In the record"), tr("After the import"));
        cells(row);
        return m_html;
    }

private:
    QString duplicate(const PlannedRow& row)
    {
        const auto stored = m_workspace.rowOf(row.twin);
        say(stored ? tr("Likely the same as %1, which is in the record").arg(row.twin)
                   : tr("The same as another row of the table, which becomes %1").arg(row.twin));
        dim(row.change.after ? tr("It is set aside unless duplicates are added. To update that event "
                                  "instead, give the row "
                                  "its id.")
                             : tr("It is never added."));
        if (row.change.after && stored)
            compare(m_workspace.event(*stored), row.change.after, tr("In the record"), tr("This row"));
        else if (row.change.after)
            compare(std::nullopt, row.change.after, {}, tr("This row"));
        cells(row);
        return m_html;
    }

    QString error(const PlannedRow& row)
    {
        say(tr("%n reason(s) why this row cannot be imported", static_cast<int>(row.problems.size())));
        const QString colour = findingColour(Finding::Severity::Error, m_theme).name();
        for (const RowProblem& problem : row.problems)
            m_html += QStringLiteral("<p><b style='color:%1'>%2</b> %3</p>")
                          .arg(colour,
                               escaped(problem.target == ImportTarget::Ignore ? tr("Row")
                                                                              : targetLabel(problem.target)),
                               escaped(problem.message));
        cells(row);
        return m_html;
    }

    void say(const QString& text) { m_html += QStringLiteral("<p><b>%1</b></p>").arg(escaped(text)); }
    void dim(const QString& text)
    {
        m_html += QStringLiteral("<p style='color:%1'>%2</p>").arg(m_theme.dim.name(), escaped(text));
    }

    void doubts(const PlannedRow& row)
    {
        if (!row.doubts.isEmpty())
            dim(row.doubts.join(u' '));
    }

    QString pieces(std::span<const WordPiece> words) const
    {
        QString html;
        for (const WordPiece& piece : words) {
            const QString text = escaped(piece.text);
            if (piece.kind == WordPiece::Kind::Removed)
                html += QStringLiteral("<s style='background:%1'>%2</s>")
                            .arg(removedGround(m_theme).name(), text);
            else if (piece.kind == WordPiece::Kind::Added)
                html +=
                    QStringLiteral("<u style='background:%1'>%2</u>").arg(addedGround(m_theme).name(), text);
            else
                html += text;
        }
        return html;
    }

    QString heading(const QString& text) const { return caption(text, 20); }
    QString caption(const QString& text, int percent) const
    {
        return QStringLiteral("<td width='%1%' style='color:%2'>%3</td>")
            .arg(percent)
            .arg(m_theme.dim.name(), escaped(text));
    }

    // Changed fields stand out; where there is nothing to compare with, one column is enough.
    void compare(const std::optional<Event>& before, const std::optional<Event>& after, const QString& left,
                 const QString& right)
    {
        m_html += QStringLiteral("<table cellpadding='3' width='100%'><tr>") + heading({});
        if (before)
            m_html += caption(left, 40);
        m_html += caption(right, before ? 40 : 80) + QStringLiteral("</tr>");
        const auto rows =
            compareStates(before, after, m_workspace.vocabulary(), m_workspace.gazetteer(), QLocale(), true);
        for (const FieldRow& row : rows) {
            if (row.before.empty() && row.after.empty())
                continue;
            const bool isMarked = before && row.isChanged;
            m_html += QStringLiteral("<tr>") +
                      heading(fieldLabel(row.field) + (isMarked ? QStringLiteral(" •") : QString()));
            if (before)
                m_html += QStringLiteral("<td>%1</td>").arg(pieces(row.before));
            m_html += QStringLiteral("<td>%1</td></tr>").arg(pieces(row.after));
        }
        m_html += QStringLiteral("</table>");
    }

    // The row as it stands in the table.
    void cells(const PlannedRow& planned)
    {
        const TableSheet& sheet = m_source.rows();
        const TableRow& row = sheet.rows[planned.row];
        m_html += QStringLiteral("<p style='color:%1'>%2</p><table cellpadding='3'>")
                      .arg(m_theme.dim.name(),
                           escaped(tr("Row %1 of the table").arg(QLocale().toString(row.number))));
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].isEmpty())
                m_html += QStringLiteral("<tr>") +
                          heading(sheet.header.value(i, tr("Column %1").arg(i + 1))) +
                          QStringLiteral("<td>%1</td></tr>").arg(escaped(row.cells[i]));
        if (row.cells.isEmpty() && !row.json.isEmpty())
            m_html += QStringLiteral("<tr><td>%1</td></tr>").arg(escaped(QString::fromUtf8(row.json)));
        m_html += QStringLiteral("</table>");
    }

    const ImportSource& m_source;
    const Workspace& m_workspace;
    const Theme& m_theme;
    QString m_html;
};

} // namespace

QString rowDetail(const PlannedRow& row, const ImportSource& source, const Workspace& workspace,
                  const QPalette& palette)
{
    return Detail(source, workspace, palette).of(row);
}

} // namespace interdict
