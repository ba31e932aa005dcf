// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main window on a private copy of the shipped data, with an import dialog driven by keys and clicks.
#pragma once

#include "app/editing.h"
#include "app/importing.h"
#include "app/mainwindow.h"
#include "app/session.h"
#include "model/englishplurals.h"
#include "tests/support/formkeys.h"
#include "tests/support/starter.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/importing/importdialog.h"
#include "widgets/importing/importpages.h"
#include "widgets/importing/tablebar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace interdict::test {

// Dates that can be read in two ways, a word for a measure that nobody knows, an act that is in the record, a
// day that does not exist.
inline const char* const foreignBans = "Nation,When,App,Measure,Extra\n"
                                       "Chile,3/4/2021,DeepSeek,Investigation,x\n"
                                       "Peru,5/6/2021,DeepSeek,Frobnication,\n"
                                       "Taiwan,1/2/2025,DeepSeek,Ban on official devices,\n"
                                       "Peru,31/31/2021,Grok,Fine,\n";

inline void bringToFront(QWidget& window)
{
    window.activateWindow();
    if (!QTest::qWaitFor([&window] { return window.isActiveWindow(); }))
        qFatal("the window does not come to the front");
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct ImportWindow
{
    ImportWindow()
        : store(path("settings.ini"), QSettings::IniFormat)
        , settings(&store)
        , session(fixedToday)
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QCoreApplication::installTranslator(&plurals);
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path("d.interdict"));
        QFile::setPermissions(path("d.interdict"), QFile::ReadOwner | QFile::WriteOwner);
        settings.editor.set(QStringLiteral("Ada"));
        if (!session.workspace.open(std::move(*DataSet::open(path("d.interdict")))))
            qFatal("the data set does not open");
        window = std::make_unique<MainWindow>(session.workspace, session.geometry, settings);
        window->show();
        bringToFront(*window);
    }

    QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    std::size_t events() const { return session.workspace.columns().size(); }

    ImportDialog& open(const QString& file)
    {
        window->findChild<Importing*>()->open(file);
        waitForPlan();
        bringToFront(*dialog());
        return *dialog();
    }
    ImportDialog& open(const char* name, const QByteArray& bytes)
    {
        writeFile(path(name), bytes);
        return open(path(name));
    }
    ImportDialog* dialog() const { return window->findChild<ImportDialog*>(); }
    void waitForPlan() const
    {
        if (!QTest::qWaitFor([this] { return dialog() && dialog()->plan(); }, 20000))
            qFatal("there is no plan");
    }
    int count(RowVerdict verdict) const { return dialog()->plan()->plan.count(verdict); }
    QString findings() const { return dialog()->findChild<FindingList*>()->text(); }
    QTableView& table(const char* page) const
    {
        return *dialog()->findChild<QWidget*>(QLatin1String(page))->findChild<QTableView*>();
    }
    QPushButton* button(const char* text) const // null where none is shown
    {
        for (QPushButton* each : dialog()->findChildren<QPushButton*>())
            if (each->isVisible() && each->text().remove(u'&').startsWith(QLatin1String(text)))
                return each;
        return nullptr;
    }
    void press(const char* text) const { QTest::mouseClick(button(text), Qt::LeftButton); }
    void import() const // and wait until it is done
    {
        press("Import");
        if (!QTest::qWaitFor([this] { return button("Close"); }, 20000))
            qFatal("%s", qPrintable(findings()));
    }
    void close(Qt::Key key) const
    {
        QTest::keyClick(dialog(), key);
        if (!QTest::qWaitFor([this] { return !dialog(); }))
            qFatal("the dialog stays");
    }

    // A click on the choice of a row, some letters, Enter.
    void choose(QTableView& view, int row, const QString& typed) const
    {
        int column = 0;
        while (!view.model()->index(row, column).flags().testFlag(Qt::ItemIsEditable))
            ++column;
        const QModelIndex index = view.model()->index(row, column);
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
        typeInList(typed);
    }
    void typeInList(const QString& typed) const
    {
        if (!QTest::qWaitFor([] { return QApplication::activePopupWidget(); }))
            qFatal("no list opens");
        type(typed);
        test::press(Qt::Key_Return);
        waitForPlan();
    }
    // By keys, in the choice of how dates are read.
    void chooseDateOrder(int downs) const
    {
        auto* combo = dialog()->findChild<DateOrderBar*>()->findChild<QComboBox*>();
        combo->setFocus();
        for (int i = 0; i < downs; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        waitForPlan();
    }
    void chooseFile(const QString& file) const
    {
        QFileDialog* chooser = nullptr;
        if (!QTest::qWaitFor([&] { return (chooser = window->findChild<QFileDialog*>()); }))
            qFatal("no file is asked for");
        auto* name = chooser->findChild<QLineEdit*>();
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
        if (!QTest::qWaitFor([this] { return !window->findChild<QFileDialog*>(); }))
            qFatal("the file is not taken");
    }

    QTemporaryDir folder;
    EnglishPlurals plurals;
    QSettings store;
    Settings settings;
    Session session;
    std::unique_ptr<MainWindow> window;
};

} // namespace interdict::test
