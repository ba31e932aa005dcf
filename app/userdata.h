// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own data set: in the user's data folder, made from the starter data where there is none.
#pragma once

#include "model/error.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

// Where it is, whether it exists or not.
QString userDataSetPath();
// Its path, after copying the starter data there if need be (written whole or not at all).
Result<QString> ensureUserDataSet();
// The terms and platforms of the starter data.
Result<Vocabulary> starterVocabulary();
// The gazetteer that the build compiled.
Gazetteer builtInGazetteer();

// Where file dialogs begin: the user's documents, or the home folder where there is no such folder.
QString documentsFolder();

} // namespace interdict
