// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/formrow.h"

#include "widgets/editor/findinglabel.h"
#include "widgets/review/commentsign.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>

namespace interdict {

namespace {
constexpr int gap = 12;

// Bipartite matching by augmenting paths: a label may push another on to a later letter.
class MnemonicMatch
{
public:
    MnemonicMatch(const QStringList& labels, const QString& taken)
        : m_labels(labels)
        , m_taken(taken)
    {
        for (int label = 0; label < labels.size(); ++label) {
            m_tried.clear();
            place(label);
        }
    }
    QString text(int label) const
    {
        const QChar letter = m_owner.key(label);
        QString text = m_labels.at(label);
        if (!letter.isNull())
            text.insert(text.indexOf(letter, 0, Qt::CaseInsensitive), QLatin1Char('&'));
        return text;
    }

private:
    // A free letter where there is one; else another label's, which finds itself a new one.
    bool place(int label)
    {
        for (const bool mayPush : {false, true}) {
            for (const QChar each : m_labels.at(label)) {
                const QChar letter = each.toLower();
                if (!letter.isLetter() || m_taken.contains(letter) || m_owner.contains(letter) != mayPush)
                    continue;
                if (mayPush && (m_tried.contains(letter) || !push(letter)))
                    continue;
                m_owner.insert(letter, label);
                return true;
            }
        }
        return false;
    }
    bool push(QChar letter)
    {
        m_tried += letter;
        const int owner = m_owner.value(letter);
        return place(owner);
    }

    const QStringList& m_labels;
    QString m_taken;
    QString m_tried;
    QHash<QChar, int> m_owner;
};

} // namespace

FormRow::FormRow(EventField field, const QString& label, QWidget* control, Width width, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_width(width)
    , m_control(control)
    , m_label(new QLabel(label, this))
    , m_grid(new QGridLayout(this))
    , m_findings(new FindingList(this))
    , m_sign(new CommentSign(fieldLabel(field), this))
{
    QWidget* first = control->focusProxy() ? control->focusProxy() : control;
    m_label->setBuddy(first);
    if (first->accessibleName().isEmpty())
        first->setAccessibleName(fieldLabel(field));
    control->setParent(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    connect(qApp, &QApplication::focusChanged, m_sign,
            [this](QWidget*, QWidget* now) { m_sign->setNear(now && isAncestorOf(now)); });
}

int FormRow::labelWidth() const
{
    return m_label->sizeHint().width();
}

void FormRow::setLabelBeside(bool isBeside, int labelWidth)
{
    m_isBeside = isBeside;
    for (QWidget* part : std::initializer_list<QWidget*>{m_label, m_control, m_findings, m_sign, m_thread})
        if (part)
            m_grid->removeWidget(part);
    m_grid->setColumnMinimumWidth(0, isBeside ? labelWidth : 0);
    m_grid->setHorizontalSpacing(isBeside ? gap : 0);
    m_label->setContentsMargins(0, isBeside ? 5 : 0, 0, 0);
    m_sign->setContentsMargins(0, isBeside ? 5 : 0, 0, 0);
    const int column = isBeside ? 1 : 0;
    const int span = isBeside ? 1 : 3;
    const int row = isBeside ? 0 : 1;
    m_grid->addWidget(m_label, 0, 0, 1, isBeside ? 1 : 2, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(m_sign, 0, 2, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(m_control, row, column, 1, span);
    m_grid->addWidget(m_findings, row + 1, column, 1, span);
    if (m_thread)
        m_grid->addWidget(m_thread, row + 2, column, 1, span);
}

void FormRow::setThread(QWidget* thread)
{
    m_thread = thread;
    m_grid->addWidget(thread, m_isBeside ? 2 : 3, m_isBeside ? 1 : 0, 1, m_isBeside ? 1 : 3);
}

void FormRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_sign->setNear(true);
}

void FormRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    const QWidget* focus = QApplication::focusWidget();
    m_sign->setNear(focus && isAncestorOf(focus));
}

void FormRow::setFindings(const std::vector<Finding>& findings)
{
    m_findings->setFindings(findings);
    QWidget* first = m_control->focusProxy() ? m_control->focusProxy() : m_control;
    first->setAccessibleDescription(m_findings->text());
}

QString FormRow::findingText() const
{
    return m_findings->text();
}

FormGroup::FormGroup(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_title(new QLabel(title, this))
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(10);
}

void FormGroup::add(FormRow* row)
{
    m_rows.push_back(row);
}

int FormGroup::labelWidth() const
{
    int width = 0;
    for (const FormRow* row : m_rows)
        width = std::max(width, row->labelWidth());
    return width;
}

void FormGroup::arrange(bool areLabelsBeside, bool arePairs, int labelWidth)
{
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    int line = 1;
    int column = 0;
    for (FormRow* row : m_rows) {
        const bool isHalf = arePairs && row->width() == FormRow::Width::Half;
        if (!isHalf && column > 0) {
            ++line;
            column = 0;
        }
        row->setLabelBeside(areLabelsBeside, labelWidth);
        m_grid->addWidget(row, line, column, 1, isHalf ? 1 : 2, Qt::AlignTop);
        const bool isLineOpen = isHalf && column == 0;
        line += isLineOpen ? 0 : 1;
        column = isLineOpen ? 1 : 0;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, arePairs ? 1 : 0);
}

QStringList withMnemonics(const QStringList& labels, const QString& taken)
{
    const MnemonicMatch match(labels, taken);
    QStringList texts;
    for (int label = 0; label < labels.size(); ++label)
        texts.append(match.text(label));
    return texts;
}

} // namespace interdict
