// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/usesdialog.h"

#include "model/workspace.h"
#include "widgets/history/historydelegates.h"
#include "widgets/vocabulary/usesmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace interdict {

UsesDialog::UsesDialog(const Workspace& workspace, VocabularyList list, const QString& code,
                       const VocabularyEdit& edit, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_list(list)
    , m_code(code)
    , m_uses(new UsesModel(workspace, list, code, this))
    , m_edit(edit)
{
    build(edit.what);
    refresh();
}

UsesDialog::UsesDialog(const Workspace& workspace, VocabularyList list, const QString& code, bool isRemoval,
                       QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_list(list)
    , m_code(code)
    , m_uses(new UsesModel(workspace, list, code, this))
    , m_isRemoval(isRemoval)
{
    const QString name = workspace.vocabulary().label(list, code);
    m_target = new QComboBox(this);
    m_target->setProperty("flat", true);
    m_target->setAccessibleName(tr("Merge into"));
    m_target->addItem(tr("Choose…"), QString());
    for (const QString& other : workspace.vocabulary().codes(list))
        if (other != code)
            m_target->addItem(workspace.vocabulary().label(list, other), other);
    build(tr("Merge %1 “%2”").arg(listNoun(list), name));
    connect(m_target, &QComboBox::currentIndexChanged, this, &UsesDialog::chooseTarget);
    m_target->setFocus();
    refresh();
}

bool UsesDialog::isNeeded() const
{
    return m_uses->rowCount() > 0;
}

void UsesDialog::build(const QString& name)
{
    setWindowTitle(name);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    m_says = new QLabel(this);
    m_says->setWordWrap(true);
    layout->addWidget(m_says);
    if (m_target) {
        auto* row = new QHBoxLayout;
        auto* label = new QLabel(tr("Merge it &into"), this);
        label->setBuddy(m_target);
        row->addWidget(label);
        row->addWidget(m_target, 1);
        layout->addLayout(row);
    }
    auto* table = new QTableView(this);
    table->setModel(m_uses);
    table->setAccessibleName(tr("Used by"));
    table->setItemDelegate(new CellDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    const int line = fontMetrics().height();
    table->setColumnWidth(UsesModel::Date, 6 * line);
    table->setColumnWidth(UsesModel::Title, 20 * line);
    table->setColumnWidth(UsesModel::Now, 9 * line);
    table->setVisible(m_uses->rowCount() > 0);
    layout->addWidget(table, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(46 * line, (m_uses->rowCount() > 0 ? 26 : 10) * line);
}

void UsesDialog::chooseTarget()
{
    const QString into = m_target->currentData().toString();
    const auto edit = into.isEmpty() ? Result<VocabularyEdit>(failure(Error::Kind::BadInput, {}))
                                     : mergeEntries(m_workspace.vocabulary(), m_list, m_code, into);
    m_edit = edit ? std::optional(*edit) : std::nullopt;
    refresh();
    if (!edit && !edit.error().message.isEmpty())
        m_says->setText(edit.error().message);
}

QString UsesDialog::sentence() const
{
    const QString events = tr("%Ln event(s)", nullptr, m_uses->events());
    const QString used =
        m_uses->milestones() == 0
            ? tr("Used by %1.").arg(events)
            : tr("Used by %1 and %2.").arg(events, tr("%Ln milestone(s)", nullptr, m_uses->milestones()));
    if (m_isRemoval && !m_edit)
        return used + u' ' + tr("What is used cannot be removed: it can be merged into another one.");
    if (!m_edit)
        return used + u' ' + tr("All of them get the one that you choose, and this one goes.");
    if (m_edit->change.renamings().empty())
        return used + u' ' +
               tr("None of them is changed, but what is in force, and how strict, is counted anew.");
    return used + u' ' +
           tr("All of them are changed as shown, each with a revision of its own, in one step.");
}

void UsesDialog::refresh()
{
    if (m_edit)
        m_uses->setChange(m_edit->change);
    m_says->setText(sentence());
    m_save->setText(m_target ? tr("&Merge") : tr("&Save"));
    m_save->setEnabled(m_edit.has_value());
}

} // namespace interdict
