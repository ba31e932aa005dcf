// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/importpages.h"

#include "model/workspace.h"
#include "widgets/detail/cardparts.h"
#include "widgets/importing/offerdelegate.h"
#include "widgets/importing/rowdetail.h"
#include "widgets/importing/switchrow.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>

namespace interdict {

namespace {

QVBoxLayout* makeColumn(QWidget* page)
{
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

QString withCount(const QString& text, int count)
{
    return QStringLiteral("%1  %2").arg(text, QLocale().toString(count));
}

} // namespace

// --- columns

ColumnsPage::ColumnsPage(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_model(new ColumnsModel(this))
    , m_table(new QTableView(this))
    , m_hint(makeText({}, TextRole::Dim, this))
    , m_offers(columnOffers(workspace.vocabulary()))
{
    dressTable(*m_table, tr("Columns of the table"));
    m_table->setModel(m_model);
    new OfferDelegate([this](const QModelIndex&) { return m_offers; }, m_table);
    setColumnShares(*m_table, {21, 41, 22, 16});
    auto* layout = makeColumn(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_model, &ColumnsModel::mappingChanged, this, &ColumnsPage::mappingChanged);
}

void ColumnsPage::setSource(const ImportSource& source)
{
    m_hint->setText(
        source.rows().isRecord
            ? tr("These are lines of the record's own format: their fields are known.")
            : tr("What each column of the table becomes. Click a choice to change it, or press Enter."));
    m_table->setVisible(!source.rows().isRecord);
    m_model->setSource(source);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ColumnsModel::Becomes));
}

// --- meanings

MeaningsPage::MeaningsPage(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new MeaningsModel(workspace.vocabulary(), workspace.gazetteer(), this))
    , m_switch(new SwitchRow(tr("Texts that are listed"), MeaningsModel::showCount, this))
    , m_table(new QTableView(this))
    , m_hint(makeText(tr("What the table's words for places, platforms and terms are taken to mean. Click a "
                         "choice to change "
                         "it, or press Enter."),
                      TextRole::Dim, this))
{
    dressTable(*m_table, tr("Texts and their meanings"));
    m_table->setModel(m_model);
    new OfferDelegate(
        [this](const QModelIndex& index) { return offersOf(m_model->meaning(index.row()).target); }, m_table);
    setColumnShares(*m_table, {14, 34, 7, 27, 18});
    auto* layout = makeColumn(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_switch);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_switch, &SwitchRow::chosenChanged, this,
            [this](int button) { show(static_cast<MeaningsModel::Show>(button)); });
    connect(m_model, &MeaningsModel::said, this, &MeaningsPage::said);
    showCounts();
}

const std::vector<Offer>& MeaningsPage::offersOf(ImportTarget target)
{
    auto known = m_offers.find(target);
    if (known == m_offers.end())
        known =
            m_offers.emplace(target, meaningOffers(target, m_workspace.vocabulary(), m_workspace.gazetteer()))
                .first;
    return known->second;
}

// One goes on where one was: the text below takes the place of one that is understood now.
void MeaningsPage::setMeanings(std::vector<TextMeaning> meanings, bool ofAnotherTable)
{
    const int row = ofAnotherTable ? 0 : m_table->currentIndex().row();
    m_model->setMeanings(std::move(meanings));
    if (ofAnotherTable)
        m_switch->choose(
            static_cast<int>(unknownCount() > 0 ? MeaningsModel::Show::Unknown : MeaningsModel::Show::All));
    showCounts();
    if (const int last = m_model->rowCount() - 1; last >= 0)
        m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, last), MeaningsModel::Means));
}

void MeaningsPage::show(MeaningsModel::Show show)
{
    m_model->setShow(show);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, MeaningsModel::Means));
}

void MeaningsPage::showCounts()
{
    const QString texts[]{tr("All"), tr("Not understood"), tr("Guessed"), tr("Understood")};
    for (int i = 0; i < MeaningsModel::showCount; ++i)
        m_switch->setText(i, withCount(texts[i], m_model->count(static_cast<MeaningsModel::Show>(i))));
}

// --- rows

RowsPage::RowsPage(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new PlannedRowsModel(workspace, this))
    , m_switch(new SwitchRow(tr("Rows that are listed"), rowVerdictCount + 1, this))
    , m_table(new QTableView(this))
    , m_detail(new QTextBrowser(this))
{
    dressTable(*m_table, tr("Rows of the table"));
    m_table->setModel(m_model);
    new OfferDelegate({}, m_table);
    setColumnShares(*m_table, {6, 9, 35, 12, 38});
    m_detail->setAccessibleName(tr("What becomes of the row"));
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setOpenLinks(false);
    m_detail->setMinimumHeight(2 * fontMetrics().height());
    m_detail->document()->setDocumentMargin(6);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = makeColumn(this);
    layout->addWidget(m_switch);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_table);
    connect(m_switch, &SwitchRow::chosenChanged, this, &RowsPage::show);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RowsPage::showDetail);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RowsPage::showDetail);
    showCounts();
}

void RowsPage::setPlan(const ImportSource& source, std::shared_ptr<const PlannedImport> plan)
{
    const QModelIndex current = m_table->currentIndex();
    const int number = current.isValid() ? m_model->row(current.row()).number : 0;
    m_source = source;
    m_model->setPlan(source, std::move(plan));
    showCounts();
    chooseRow(number);
}

void RowsPage::chooseRow(int number)
{
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(
            m_model->index(m_model->indexOf(number).value_or(0), PlannedRowsModel::Verdict));
}

void RowsPage::show(int button)
{
    m_model->setShown(button == 0 ? std::nullopt : std::optional(static_cast<RowVerdict>(button - 1)));
    chooseRow(0);
}

void RowsPage::showCounts()
{
    m_switch->setText(0, withCount(tr("All"), m_model->count(std::nullopt)));
    for (int i = 0; i < rowVerdictCount; ++i) {
        const auto verdict = static_cast<RowVerdict>(i);
        m_switch->setText(i + 1, withCount(verdictLabel(verdict), m_model->count(verdict)));
    }
}

void RowsPage::showDetail()
{
    const QModelIndex index = m_table->currentIndex();
    m_detail->setHtml(index.isValid() && m_source
                          ? rowDetail(m_model->row(index.row()), *m_source, m_workspace, palette())
                          : QString());
}

} // namespace interdict
