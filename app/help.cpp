// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help.h"

#include "model/workspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTextBrowser>

namespace interdict {

namespace {

struct ViewKey
{
    const char* keys;
    const char* does;
};

// As the headers of the views tell them; untranslated.
constexpr ViewKey timelineKeys[] = {
    {QT_TRANSLATE_NOOP("Help", "Arrows"), QT_TRANSLATE_NOOP("Help", "Walk through events and lanes")},
    {QT_TRANSLATE_NOOP("Help", "Shift+Arrows"), QT_TRANSLATE_NOOP("Help", "Move what is shown")},
    {QT_TRANSLATE_NOOP("Help", "+, −"), QT_TRANSLATE_NOOP("Help", "Zoom")},
    {QT_TRANSLATE_NOOP("Help", "0"), QT_TRANSLATE_NOOP("Help", "Show all")},
    {QT_TRANSLATE_NOOP("Help", "Space"), QT_TRANSLATE_NOOP("Help", "Select; with Ctrl, one more")},
    {QT_TRANSLATE_NOOP("Help", "Return"), QT_TRANSLATE_NOOP("Help", "Open the event's card")},
    {QT_TRANSLATE_NOOP("Help", "Esc"), QT_TRANSLATE_NOOP("Help", "Step back")},
};
constexpr ViewKey mapKeys[] = {
    {QT_TRANSLATE_NOOP("Help", "Arrows"), QT_TRANSLATE_NOOP("Help", "Walk from place to place")},
    {QT_TRANSLATE_NOOP("Help", "Space, Return"), QT_TRANSLATE_NOOP("Help", "Filter by the place")},
    {QT_TRANSLATE_NOOP("Help", "+, −"), QT_TRANSLATE_NOOP("Help", "Zoom")},
};
constexpr ViewKey chartKeys[] = {
    {QT_TRANSLATE_NOOP("Help", "Arrows, Home, End"), QT_TRANSLATE_NOOP("Help", "Walk from mark to mark")},
    {QT_TRANSLATE_NOOP("Help", "Space, Return"), QT_TRANSLATE_NOOP("Help", "Filter by what the mark counts")},
};
constexpr ViewKey matrixKeys[] = {
    {QT_TRANSLATE_NOOP("Help", "Arrows, Home, End"), QT_TRANSLATE_NOOP("Help", "Walk from cell to cell")},
    {QT_TRANSLATE_NOOP("Help", "Space, Return"),
     QT_TRANSLATE_NOOP("Help", "Filter by the cell, or let go of it")},
    {QT_TRANSLATE_NOOP("Help", "T"), QT_TRANSLATE_NOOP("Help", "Swap rows and columns")},
};
constexpr ViewKey formKeys[] = {
    {QT_TRANSLATE_NOOP("Help", "Ctrl+S, Ctrl+Return"), QT_TRANSLATE_NOOP("Help", "Save")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+M"), QT_TRANSLATE_NOOP("Help", "Comment on the field")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+Shift+R, P, D"),
     QT_TRANSLATE_NOOP("Help", "Save, and submit, publish, or put back to draft")},
    {QT_TRANSLATE_NOOP("Help", "Esc"), QT_TRANSLATE_NOOP("Help", "Close")},
};
constexpr ViewKey otherKeys[] = {
    {QT_TRANSLATE_NOOP("Help", "Tab"),
     QT_TRANSLATE_NOOP("Help", "On to the next: filter line, conditions, facets, views, card")},
    {QT_TRANSLATE_NOOP("Help", "Delete"), QT_TRANSLATE_NOOP("Help", "On a condition: remove it")},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("Help", text);
}

QString heading(const QString& text)
{
    return QStringLiteral("<tr><td colspan=2><br><b>%1</b></td></tr>").arg(text.toHtmlEscaped());
}

QString row(const QString& keys, const QString& does)
{
    return QStringLiteral("<tr><td width=170>%1</td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), does.toHtmlEscaped());
}

QString entriesOf(const QMenu& menu)
{
    QString rows;
    for (const QAction* action : menu.actions()) {
        if (!action->shortcut().isEmpty())
            rows += row(action->shortcut().toString(QKeySequence::NativeText),
                        action->text().remove(u'&').remove(QStringLiteral("…")));
        if (action->menu())
            rows += entriesOf(*action->menu());
    }
    return rows;
}

QString rowsOf(const QMenu& menu)
{
    const QString rows = entriesOf(menu);
    return rows.isEmpty() ? rows : heading(menu.title().remove(u'&')) + rows;
}

template <std::size_t count>
QString rowsOf(const QString& title, const ViewKey (&keys)[count])
{
    QString rows = heading(title);
    for (const ViewKey& key : keys)
        rows += row(tr(key.keys), tr(key.does));
    return rows;
}

QString keysAsHtml(const QMainWindow& window)
{
    QString rows;
    for (const QAction* action : window.menuBar()->actions())
        rows += rowsOf(*action->menu());
    rows += rowsOf(tr("Timeline"), timelineKeys) + rowsOf(tr("Map"), mapKeys) +
            rowsOf(tr("Chart"), chartKeys) + rowsOf(tr("Matrix"), matrixKeys) + rowsOf(tr("Form"), formKeys) +
            rowsOf(tr("Everywhere"), otherKeys);
    return QStringLiteral("<table cellpadding=2>%1</table>").arg(rows);
}

} // namespace

void showKeys(QMainWindow& window)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keys"));
    auto* text = new QTextBrowser;
    text->setHtml(keysAsHtml(window));
    text->setAccessibleName(tr("Keys"));
    text->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(500, 640);
    dialog->show(); // beside the window, to try them while reading
}

void showAbout(QMainWindow& window, const Workspace& workspace)
{
    const QString record = workspace.isOpen() ? workspace.dataSet().info().description : QString();
    QMessageBox box(&window);
    box.setWindowTitle(tr("About Interdict"));
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("Interdict %1").arg(QStringLiteral(INTERDICT_VERSION)));
    box.setInformativeText(tr("The record of how governments restrict AI platforms.\n\nFree software under "
                              "the GNU General Public "
                              "License, version 3 or later.\n\n%1\n\nMade with Natural Earth. Codes and "
                              "names of places: ISO 3166 by "
                              "iso-codes.")
                               .arg(record));
    box.exec();
}

} // namespace interdict
