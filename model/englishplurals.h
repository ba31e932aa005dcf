// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// English numbers for texts as they stand in the source: "%n event(s)" becomes "1 event" or "3 events",
// "country(ies)" becomes "country" or "countries". Other languages bring their own forms in translations.
#pragma once

#include <QTranslator>

namespace interdict {

class EnglishPlurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    // Nothing where the text has no number: it then stands as it is.
    QString translate(const char* context, const char* sourceText, const char* disambiguation,
                      int n) const override;
};

// Of one text: n is the number that decides.
QString withEnglishPlural(QString text, int n);

} // namespace interdict
