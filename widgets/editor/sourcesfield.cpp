// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/sourcesfield.h"

#include "widgets/editor/sourcecard.h"
#include "widgets/editor/taborder.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>

namespace interdict {

namespace {

constexpr auto shortestPaste = 8; // characters that come at once

QStringList addressesIn(const QMimeData& data)
{
    QStringList lines;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls)
        lines.append(url.toString());
    return interdict::addressesIn(lines.isEmpty() ? data.text() : lines.join(QLatin1Char('\n')));
}

} // namespace

QStringList addressesIn(const QString& text)
{
    // Any white space parts them; U+2028 and its like are what a line edit makes of line ends.
    static const QRegularExpression between(QStringLiteral("[\\s\\x{2028}\\x{2029}<>\"]+"));
    static const QRegularExpression address(QStringLiteral("^https?://[^/]+\\.[^/]+"),
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList found = text.split(between, Qt::SkipEmptyParts).filter(address);
    found.removeDuplicates();
    return found;
}

SourcesField::SourcesField(Day today, QWidget* parent)
    : QWidget(parent)
    , m_today(today)
    , m_layout(new QVBoxLayout(this))
    , m_address(new QLineEdit(this))
    , m_add(new QPushButton(tr("Add source"), this))
{
    setAcceptDrops(true);
    m_address->setAcceptDrops(false); // drops are this field's
    m_address->setPlaceholderText(tr("Paste or drop web addresses, one or many"));
    m_address->setAccessibleName(tr("Addresses of sources"));
    m_address->installEventFilter(this);
    setFocusProxy(m_address);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_address, 1);
    line->addWidget(m_add);
    m_layout->addLayout(line);
    connect(m_address, &QLineEdit::textEdited, this, &SourcesField::edited);
    connect(m_address, &QLineEdit::textChanged, this, &SourcesField::changed);
    connect(m_address, &QLineEdit::returnPressed, this, &SourcesField::takeTyped);
    connect(m_add, &QPushButton::clicked, this, &SourcesField::takeTyped);
}

std::vector<SourceText> SourcesField::sources() const
{
    std::vector<SourceText> sources;
    for (const SourceCard* card : m_cards)
        sources.push_back(card->source());
    return sources;
}

void SourcesField::setSources(const std::vector<SourceText>& sources)
{
    while (!m_cards.empty())
        removeCard(m_cards.back());
    for (const SourceText& source : sources)
        addCard(source);
}

QWidget* SourcesField::firstControl(int source) const
{
    return m_cards.at(static_cast<std::size_t>(source))->firstControl();
}

QString SourcesField::typed() const
{
    return m_address->text();
}

void SourcesField::setTyped(const QString& text)
{
    m_address->setText(text);
    m_before = text;
}

// A paste starts its sources at once; what is typed waits for Enter.
void SourcesField::edited(const QString& text)
{
    const bool isPaste = text.size() - m_before.size() >= shortestPaste;
    m_before = text;
    if (const QStringList found = interdict::addressesIn(text); isPaste && !found.isEmpty())
        addAddresses(found);
}

void SourcesField::takeTyped()
{
    const QString typed = m_address->text().trimmed();
    const QStringList found = interdict::addressesIn(typed);
    addAddresses(found.isEmpty() ? QStringList{typed} : found);
}

void SourcesField::addAddresses(const QStringList& addresses)
{
    if (addresses.isEmpty())
        return;
    SourceCard* first = nullptr;
    for (const QString& address : addresses) {
        SourceCard* card = addCard({{}, {}, address, {}, {}, {}});
        first = first ? first : card;
    }
    setTyped({});
    first->setFocus();
    Q_EMIT changed();
}

SourceCard* SourcesField::addCard(const SourceText& source)
{
    auto* card = new SourceCard(m_today, this);
    card->setNumber(static_cast<int>(m_cards.size()) + 1);
    card->setSource(source);
    connect(card, &SourceCard::changed, this, &SourcesField::changed);
    connect(card, &SourceCard::removeAsked, this, [this, card] { removeCard(card); });
    m_layout->insertWidget(static_cast<int>(m_cards.size()), card);
    card->show();
    m_cards.push_back(card);
    for (QWidget* stop : card->tabStops())
        putBeforeInTabOrder(stop, m_address);
    return card;
}

void SourcesField::removeCard(SourceCard* card)
{
    const bool hadFocus = card->isAncestorOf(focusWidget());
    m_cards.erase(std::find(m_cards.begin(), m_cards.end(), card));
    m_layout->removeWidget(card);
    card->hide();
    card->deleteLater();
    for (std::size_t number = 0; number < m_cards.size(); ++number)
        m_cards[number]->setNumber(static_cast<int>(number) + 1);
    if (hadFocus)
        m_address->setFocus();
    Q_EMIT changed();
}

void SourcesField::setFindings(const std::vector<Finding>& findings)
{
    for (std::size_t number = 0; number < m_cards.size(); ++number) {
        std::vector<Finding> own;
        for (const Finding& finding : findings)
            if (finding.part == static_cast<int>(number))
                own.push_back(finding);
        m_cards[number]->setFindings(own);
    }
}

bool SourcesField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_address && event->type() == QEvent::FocusIn)
        m_before = m_address->text();
    return QWidget::eventFilter(watched, event);
}

void SourcesField::dragEnterEvent(QDragEnterEvent* event)
{
    if (!interdict::addressesIn(event->mimeData()->text()).isEmpty() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void SourcesField::dropEvent(QDropEvent* event)
{
    addAddresses(addressesIn(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace interdict
