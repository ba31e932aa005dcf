// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keyshelp.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
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
    {QT_TRANSLATE_NOOP("Keys", "Arrows"), QT_TRANSLATE_NOOP("Keys", "Walk through events and lanes")},
    {QT_TRANSLATE_NOOP("Keys", "Shift+Arrows"), QT_TRANSLATE_NOOP("Keys", "Move what is shown")},
    {QT_TRANSLATE_NOOP("Keys", "+, −"), QT_TRANSLATE_NOOP("Keys", "Zoom")},
    {QT_TRANSLATE_NOOP("Keys", "0"), QT_TRANSLATE_NOOP("Keys", "Show all")},
    {QT_TRANSLATE_NOOP("Keys", "Space"), QT_TRANSLATE_NOOP("Keys", "Select; with Ctrl, one more")},
    {QT_TRANSLATE_NOOP("Keys", "Return"), QT_TRANSLATE_NOOP("Keys", "Open the event's card")},
    {QT_TRANSLATE_NOOP("Keys", "Esc"), QT_TRANSLATE_NOOP("Keys", "Step back")},
};
constexpr ViewKey mapKeys[] = {
    {QT_TRANSLATE_NOOP("Keys", "Arrows"), QT_TRANSLATE_NOOP("Keys", "Walk from place to place")},
    {QT_TRANSLATE_NOOP("Keys", "Space, Return"), QT_TRANSLATE_NOOP("Keys", "Filter by the place")},
    {QT_TRANSLATE_NOOP("Keys", "+, −"), QT_TRANSLATE_NOOP("Keys", "Zoom")},
};
constexpr ViewKey otherKeys[] = {
    {QT_TRANSLATE_NOOP("Keys", "Tab"),
     QT_TRANSLATE_NOOP("Keys", "On to the next: filter line, conditions, facets, views, card")},
    {QT_TRANSLATE_NOOP("Keys", "Delete"), QT_TRANSLATE_NOOP("Keys", "On a condition: remove it")},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("Keys", text);
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

QString rowsOf(const QMenu& menu)
{
    QString rows;
    for (const QAction* action : menu.actions())
        if (!action->shortcut().isEmpty())
            rows += row(action->shortcut().toString(QKeySequence::NativeText),
                        action->text().remove(u'&').remove(QStringLiteral("…")));
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

} // namespace interdict
