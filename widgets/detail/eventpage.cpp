// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detail/eventpage.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/cardparts.h"
#include "widgets/detail/casechain.h"
#include "widgets/detail/eventfacts.h"
#include "widgets/review/cardcomments.h"
#include "widgets/review/reviewbanner.h"
#include "widgets/theme/marks.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace interdict {

namespace {

constexpr int longestAddress = 60;
const QString archivedName = QStringLiteral("archived"); // of the link to a copy
constexpr std::ptrdiff_t mostSteps = 12;

// Pills stand side by side where there is room, else below each other.
class PillRow : public QWidget
{
public:
    PillRow(std::vector<Pill*> pills, QWidget* parent)
        : QWidget(parent)
        , m_pills(std::move(pills))
    {
        for (Pill* pill : m_pills)
            pill->setParent(this);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(width, false); }
    QSize sizeHint() const override { return {240, place(240, false)}; }

protected:
    void resizeEvent(QResizeEvent*) override { place(width(), true); }

private:
    int place(int width, bool move) const
    {
        constexpr int gap = 6;
        QPoint at(0, 0);
        int bottom = 0;
        for (Pill* pill : m_pills) {
            const QSize size(std::min(width, pill->sizeHint().width()), pill->sizeHint().height());
            if (at.x() > 0 && at.x() + size.width() > width)
                at = {0, bottom + gap};
            if (move)
                pill->setGeometry(QRect(at, size));
            bottom = at.y() + size.height();
            at.rx() += size.width() + gap;
        }
        return bottom;
    }

    std::vector<Pill*> m_pills;
};

} // namespace

std::optional<QUrl> openableUrl(const QString& address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return isWeb && url.isValid() && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

std::vector<Row> nearSteps(const std::vector<Row>& members, Row current)
{
    const auto size = static_cast<std::ptrdiff_t>(members.size());
    if (size <= mostSteps)
        return members;
    const std::ptrdiff_t at = std::find(members.begin(), members.end(), current) - members.begin();
    const std::ptrdiff_t first = std::clamp<std::ptrdiff_t>(at - mostSteps / 2, 0, size - mostSteps);
    return {members.begin() + first, members.begin() + first + mostSteps};
}

EventPage::EventPage(Workspace& workspace, Row row, OpenUrl openUrl, TypedComment& typed, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_row(row)
    , m_event(workspace.event(row))
    , m_openUrl(std::move(openUrl))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeText(breadcrumbs(workspace, m_event), TextRole::Dim, this));
    QLabel* title = makeText(m_event.title, TextRole::Title, this);
    title->setAccessibleName(m_event.title);
    layout->addWidget(title);
    if (m_event.review != ReviewState::Published)
        layout->addWidget(new ReviewBanner(workspace, m_event, this));
    layout->addWidget(makePills());
    if (!m_event.summary.isEmpty()) {
        layout->addSpacing(4);
        layout->addWidget(makeText(m_event.summary, TextRole::Body, this));
    }
    layout->addSpacing(4);
    layout->addWidget(makeFacts());
    addCase(*layout);
    addSources(*layout);
    m_comments = new CardComments(workspace, m_event, typed, this);
    layout->addWidget(m_comments);
    layout->addStretch();
}

QWidget* EventPage::makePills()
{
    const Theme& theme = Theme::of(palette());
    std::vector<Pill*> pills;
    if (const Term* measure = m_workspace.vocabulary().find(TermKind::Measure, m_event.measure)) {
        const MarkScheme marks(theme, m_workspace.vocabulary(), ColourBy::Measure);
        const QColor ground = marks.style(measure->code).colour;
        pills.push_back(new Pill(measure->label, ground, readableOn(ground), this));
        pills.back()->setToolTip(measure->description.toHtmlEscaped());
    }
    const Standing standing = standingOf(m_workspace, m_row, m_event, m_locale);
    const bool isActive = standing.tone == Standing::Tone::Active;
    pills.push_back(new Pill(standing.text, isActive ? theme.accentSoft : theme.line,
                             isActive ? theme.accent : theme.ink, this));
    pills.back()->setToolTip(tr("As of %1").arg(displayDay(m_workspace.asOf(), m_locale)));
    return new PillRow(pills, this);
}

QWidget* EventPage::makeFacts()
{
    auto* form = new QWidget(this);
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int line = 0;
    int widest = 0;
    for (const Fact& fact : factsOf(m_workspace, m_row, m_event, m_locale)) {
        QLabel* label = makeText(fact.label, TextRole::Dim, form);
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        widest = std::max(widest, label->fontMetrics().horizontalAdvance(fact.label));
        QLabel* text = makeText(fact.text, TextRole::Body, form);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->setAccessibleName(QStringLiteral("%1: %2").arg(fact.label, fact.text));
        if (!fact.description.isEmpty()) {
            QString tip = fact.description.toHtmlEscaped();
            text->setToolTip(
                QStringLiteral("<p>%1</p>").arg(tip.replace(QLatin1Char('\n'), QLatin1String("<br>"))));
        }
        grid->addWidget(label, line, 0);
        grid->addWidget(text, line++, 1);
    }
    grid->setColumnMinimumWidth(0, widest + 2);
    return form;
}

void EventPage::addCase(QVBoxLayout& layout)
{
    const std::vector<Row> members = m_workspace.caseOf(m_row);
    if (members.size() < 2)
        return;
    layout.addSpacing(6);
    layout.addWidget(makeText(tr("Case"), TextRole::Heading, this));
    m_casePlace = new QVBoxLayout;
    layout.addLayout(m_casePlace);
    const std::vector<Row> near = nearSteps(members, m_row);
    showCase(near);
    if (near.size() == members.size())
        return;
    const QString text = tr("Show all %n event(s) of the case", nullptr, static_cast<int>(members.size()));
    auto* all = new LinkButton(LinkButton::Look::Link, text, this);
    connect(all, &QAbstractButton::clicked, this, [this, all, members] {
        showCase(members);
        m_case->currentStep()->setFocus();
        all->hide();
    });
    layout.addWidget(all, 0, Qt::AlignLeft);
}

void EventPage::showCase(const std::vector<Row>& members)
{
    delete m_case;
    m_case = new CaseChain(m_workspace, caseSteps(m_workspace, members, m_locale), m_row, true, this);
    // Queued: the jump replaces this page, and the button that was clicked with it.
    connect(m_case, &CaseChain::stepClicked, &m_workspace, &Workspace::select, Qt::QueuedConnection);
    m_casePlace->addWidget(m_case);
}

void EventPage::addSources(QVBoxLayout& layout)
{
    layout.addSpacing(6);
    layout.addWidget(makeText(tr("Sources"), TextRole::Heading, this));
    for (const Source& source : m_event.sources)
        layout.addWidget(makeSource(source));
    if (m_event.sources.empty())
        layout.addWidget(makeText(tr("None recorded"), TextRole::Dim, this));
}

QString EventPage::sourceLine(const Source& source) const
{
    QStringList parts;
    if (!source.publisher.isEmpty())
        parts.append(source.publisher);
    if (source.date)
        parts.append(source.date->display(m_locale, true));
    if (!source.kind.isEmpty())
        parts.append(source.kind);
    return parts.join(QStringLiteral(" · "));
}

// To a copy that is kept elsewhere, for when the address is gone.
QString EventPage::archivedLink(const Source& source, bool follows, const Theme& theme) const
{
    if (!openableUrl(source.archivedUrl))
        return {};
    return QStringLiteral("%1<a href=\"%2\" style=\"color:%3; text-decoration:none\">%4&nbsp;↗</a>")
        .arg(follows ? QStringLiteral(" · ") : QString(), archivedName, theme.accent.name(),
             tr("archived copy"));
}

QWidget* EventPage::makeSource(const Source& source)
{
    const QString title = source.title.isEmpty() ? source.url : source.title;
    const QString below = sourceLine(source);
    const auto url = openableUrl(source.url);
    if (!url) {
        QString address = source.url;
        if (address.size() > longestAddress)
            address = address.left(longestAddress) + QStringLiteral("…");
        const QString remark =
            address.isEmpty() ? tr("no address") : tr("%1 (not a web address)").arg(address);
        const QString line = below.isEmpty() ? remark : QStringLiteral("%1 · %2").arg(below, remark);
        return makeText(QStringLiteral("%1\n%2").arg(title, line), TextRole::Body, this);
    }
    const Theme& theme = Theme::of(palette());
    // A link at the very beginning holds Shift+Tab fast (Qt 6.4); hence the space of no width before it.
    const QString rich =
        QStringLiteral("&#8203;<a href=\"source\" style=\"color:%1; text-decoration:none\">%2&nbsp;↗</a>"
                       "<br><span style=\"color:%3\">%4</span>%5")
            .arg(theme.accent.name(), title.toHtmlEscaped(), theme.dim.name(), below.toHtmlEscaped(),
                 archivedLink(source, !below.isEmpty(), theme));
    QLabel* label = makeText({}, TextRole::Body, this);
    label->setTextFormat(Qt::RichText);
    label->setText(rich);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setAccessibleName(tr("Source: %1, %2").arg(title, below));
    label->setToolTip(url->toDisplayString().toHtmlEscaped());
    const auto archived = openableUrl(source.archivedUrl);
    connect(label, &QLabel::linkActivated, this, [this, address = *url, archived](const QString& link) {
        m_openUrl(link == archivedName && archived ? *archived : address);
    });
    return label;
}

} // namespace interdict
