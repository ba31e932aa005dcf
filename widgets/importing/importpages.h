// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the import dialog: columns and what they become, texts and what they mean, rows and what
// becomes of them.
#pragma once

#include "widgets/importing/columnsmodel.h"
#include "widgets/importing/meaningsmodel.h"
#include "widgets/importing/plannedrowsmodel.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QTableView;
class QTextBrowser;

namespace interdict {

class SwitchRow;
class Workspace;

class ColumnsPage : public QWidget
{
    Q_OBJECT

public:
    ColumnsPage(const Workspace& workspace, QWidget* parent);
    void setSource(const ImportSource& source);
    const ColumnsModel& model() const { return *m_model; }

Q_SIGNALS:
    void mappingChanged();

private:
    ColumnsModel* m_model;
    QTableView* m_table;
    QLabel* m_hint;
    std::vector<Offer> m_offers;
};

class MeaningsPage : public QWidget
{
    Q_OBJECT

public:
    MeaningsPage(const Workspace& workspace, QWidget* parent);
    // Of another table: the list begins with what is not understood.
    void setMeanings(std::vector<TextMeaning> meanings, bool ofAnotherTable);
    int unknownCount() const { return m_model->count(MeaningsModel::Show::Unknown); }

Q_SIGNALS:
    void said(const interdict::TextMeaning& meaning);

private:
    void show(MeaningsModel::Show show);
    void showCounts();
    const std::vector<Offer>& offersOf(ImportTarget target);

    const Workspace& m_workspace;
    MeaningsModel* m_model;
    SwitchRow* m_switch;
    QTableView* m_table;
    QLabel* m_hint;
    std::map<ImportTarget, std::vector<Offer>> m_offers; // made when asked
};

class RowsPage : public QWidget
{
    Q_OBJECT

public:
    RowsPage(const Workspace& workspace, QWidget* parent);
    void setPlan(const ImportSource& source, std::shared_ptr<const PlannedImport> plan);
    const PlannedRowsModel& model() const { return *m_model; }

private:
    void show(int button);
    void showCounts();
    void showDetail();
    void chooseRow(int number);

    const Workspace& m_workspace;
    PlannedRowsModel* m_model;
    SwitchRow* m_switch;
    QTableView* m_table;
    QTextBrowser* m_detail;
    std::optional<ImportSource> m_source;
};

} // namespace interdict
