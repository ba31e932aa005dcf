// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The import of a foreign table: how its file is read, what its columns become, what its words mean, and what
// becomes of each row. It asks for what needs files or time, and shows what comes of it; it does neither
// itself.
#pragma once

#include "widgets/importing/importsource.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace interdict {

class ColumnsPage;
class DateOrderBar;
class FindingList;
class LinkButton;
class MeaningsPage;
class ProgressStrip;
class RowsPage;
class SwitchRow;
class TableBar;
class Workspace;

class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page : std::uint8_t { Columns, Meanings, Rows };

    ImportDialog(const Workspace& workspace, QWidget* parent);

    // A table that was read, or read anew; or another mapping for it. Asks for a plan.
    void setSource(ImportSource source, const QString& note = {});
    const ImportSource& source() const { return *m_source; } // as it is mapped now
    void setPlan(std::shared_ptr<const PlannedImport> plan);
    const std::shared_ptr<const PlannedImport>& plan() const { return m_plan; }
    Duplicates duplicates() const;
    void showPage(Page page);

    // Work in the background. Locked: nothing can be changed meanwhile.
    void begin(const QString& what, bool locks);
    void setShare(double share);
    void end();
    void tell(const QString& problem); // until something is changed
    void showOutcome(const ImportOutcome& outcome);

    void reject() override; // stops what runs first

Q_SIGNALS:
    void sheetAsked(const QString& name);
    void readAsked(const interdict::TableOptions& options);
    void planAsked();
    void importAsked();
    void stopAsked();
    void mappingSaveAsked();
    void mappingLoadAsked();
    void rejectsAsked();

private:
    QWidget* makeHead();
    QWidget* makeOutcome();
    QWidget* makeFoot();
    void makePages(const Workspace& workspace);
    void changed();
    void showState();
    QStringList questions() const;
    int importCount() const;

    std::optional<ImportSource> m_source;
    std::shared_ptr<const PlannedImport> m_plan; // null: none yet, or one that no longer holds
    QString m_problem;
    bool m_isNewTable = true; // no plan of it was shown yet
    bool m_isBusy = false, m_isLocked = false, m_isDone = false;

    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    QWidget* m_head = nullptr;
    std::vector<QWidget*> m_choices; // of the head, while nothing is imported
    TableBar* m_bar = nullptr;
    DateOrderBar* m_dates = nullptr;
    SwitchRow* m_switch = nullptr;
    QStackedWidget* m_pages = nullptr;
    ColumnsPage* m_columns = nullptr;
    MeaningsPage* m_meanings = nullptr;
    RowsPage* m_rows = nullptr;
    QLabel* m_outcome = nullptr;
    ProgressStrip* m_progress = nullptr;
    FindingList* m_findings = nullptr;
    QCheckBox* m_addDuplicates = nullptr;
    LinkButton* m_rejects = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace interdict
