// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/wordguesses.h"

namespace interdict {

namespace {

struct Words
{
    TermKind kind;
    const char* code;
    const char* words; // divided by commas: beginnings of words, or anything in Chinese
};

using K = TermKind;
// Of a kind the first row that fits counts (of concerns all): what tells more stands first. A bare "ban" is
// not here: whom it binds decides what it is.
constexpr Words table[] = {
    {K::Measure, "lifting",
     "lift,revok,unban,repeal,restor,reinstat,unblock,reversed,aufhebung,aufgehoben,levee de,"
     "levantamiento,revoca,解除,取消"},
    {K::Measure, "app_store_removal",
     "app store,appstore,delist,store removal,removed from,removal from,"
     "download ban,aus dem app,retrait,下架"},
    {K::Measure, "processing_order",
     "processing,data processing,limitation order,verarbeitung,traitement des donnees,"
     "tratamiento de datos,trattamento"},
    {K::Measure, "suspension", "suspen,paus,downloads halted,halt,aussetz,暂停"},
    {K::Measure, "procurement_ban",
     "procure,purchas,contracting,beschaffung,marches publics,contratacion,采购"},
    {K::Measure, "network_block", "network,firewall,wifi,wi fi,netzsperre,网络"},
    {K::Measure, "device_ban",
     "device,phone,government ban,government wide,governmental ban,ban for officials,"
     "ban for government,agency ban,state level ban,public administration,government use,official "
     "use,employee,civil servant,dienstgerat,"
     "diensthandy,gerat,behordenverbot,appareil,dispositivo,telephone,fonctionnaire,"
     "政府设备,公务,设备"},
    {K::Measure, "investigation",
     "investigat,inquir,probe,under review,request for information,untersuchung,"
     "ermittlung,prufverfahren,prufung,enquete,investigacion,indagine,istruttoria,调查,审查"},
    {K::Measure, "fine",
     "fine,fined,penalt,sanction fine,bussgeld,bußgeld,geldbusse,amende,multa,sanzione,罚款"},
    {K::Measure, "lawsuit", "lawsuit,sued,sues,litigation,complaint filed,klage,plainte,demanda,诉讼"},
    {K::Measure, "court_ruling", "court,ruling,injunction,judg,urteil,gericht,tribunal,判决,法院"},
    {K::Measure, "bill",
     "bill,proposed law,draft law,proposed legislation,gesetzentwurf,projet de loi,"
     "proposition de loi,proyecto de ley,法案"},
    {K::Measure, "export_control", "export control,entity list,export,ausfuhr"},
    {K::Measure, "transaction_order", "divest,ownership,forced sale"},
    {K::Measure, "advisory",
     "advis,warn,guidance,caution,recommend,discourag,hinweis,empfehl,avertissement,"
     "mise en garde,recommand,advertencia,recomend,avviso,raccomand,警告,提醒,建议"},
    {K::Measure, "law", "law,act,statute,legislat,gesetz,loi,ley,legge,法律"},
    {K::Measure, "national_block",
     "nationwide,national ban,country wide,countrywide,national block,blocked,block,"
     "full ban,complete ban,total ban,outright ban,sperr,landesweit,blocage,bloque,"
     "national,blocco,interdiction nationale,interdiction totale,封锁,全面禁止,屏蔽"},
    {K::Concern, "data_handling",
     "privacy,data protection,personal data,personal information,gdpr,data collection,"
     "data security,data handling,user data,confidential,vertraulich,geheim,datenschutz,personenbezogen,vie "
     "privee,"
     "protection des donnees,donnees personnelles,privacidad,proteccion de datos,"
     "datos personales,protezione dei dati,dati personali,隐私,个人信息,数据保护,数据安全"},
    {K::Concern, "national_security",
     "national security,state security,security of the state,nationale sicherheit,"
     "staatssicherheit,securite nationale,seguridad nacional,sicurezza nazionale,"
     "国家安全"},
    {K::Concern, "data_sovereignty", "sovereign,souveranitat,souverainete,soberania,sovranita,主权"},
    {K::Concern, "cross_border_transfer",
     "transfer,datentransfer,cross border,stored in china,servers in china,sent to china,"
     "data flow,ubermittlung,drittland,transferencia,跨境,出境"},
    {K::Concern, "transparency", "transparen,透明"},
    {K::Concern, "data_retention", "retention,storage period,speicherdauer,conservation,retencion,留存"},
    {K::Concern, "foreign_government_access",
     "foreign government,chinese government,government access,intelligence,"
     "espionage,spying,spionage,espionnage,espionaje,spionaggio,surveillance,"
     "beijing,ccp,间谍"},
    {K::Concern, "cybersecurity",
     "cyber,malware,vulnerab,information security,it security,it sicherheit,"
     "informationssicherheit,ciberseguridad,sicurezza informatica,网络安全"},
    {K::Concern, "censorship", "censor,zensur,censura,审查"},
    {K::Concern, "disinformation",
     "disinformation,misinformation,propaganda,fake news,desinformation,虚假信息"},
    {K::Concern, "child_safety",
     "child,minors,age verif,jugendschutz,kinder,enfants,mineurs,menores,minori,未成年"},
    {K::Concern, "harmful_content",
     "harmful,deepfake,insult,offensive,hate,porn,sexual,nudif,obscen,illegal content,schadlich,有害"},
    {K::Concern, "strategic_dependence", "dependen,abhangig,依赖"},
    {K::Concern, "intellectual_property",
     "intellectual,copyright,urheber,propriete intellectuelle,propiedad "
     "intelectual,知识产权,版权"},
    {K::Concern, "competition", "competition,antitrust,monopol,wettbewerb,concurrence,competencia,竞争"},
    {K::Concern, "fraud", "fraud,scam,betrug,fraude,诈骗"},
    {K::Scope, "public_sector",
     "public sector,public administration,public service,offentliche verwaltung,"
     "offentlicher dienst,secteur public,sector publico,公共部门"},
    {K::Scope, "general_public",
     "general,public,nationwide,national,all users,everyone,citizen,whole country,"
     "country wide,countrywide,consumer,allgemein,offentlichkeit,bevolkerung,landesweit,"
     "grand public,tous,publico,todos,pubblico,公众,全国,全民"},
    {K::Scope, "military", "militar,army,armed forces,defen,navy,bundeswehr,armee,ejercito,军"},
    {K::Scope, "legislature",
     "parliament,congress,senate,legislat,house of,bundestag,parlement,congreso,议会,国会"},
    {K::Scope, "education", "school,universit,educat,student,schule,hochschul,ecole,escuela,学校,教育"},
    {K::Scope, "critical_infrastructure",
     "critical infrastructure,critical,infrastructure,kritische,关键基础设施"},
    {K::Scope, "government",
     "government,governmental,gov,federal,state device,official,ministries,civil servant,"
     "all agencies,state agencies,agencies,public "
     "bod,regierung,behorden,bundesverwaltung,verwaltung,gouvernement,"
     "administration,gobierno,governo,政府,公务员"},
    {K::Scope, "agency",
     "agency,single,one department,ministry,department,behorde,ministerium,ministere,ministerio,"
     "部门,机构"},
    {K::Scope, "private_sector",
     "private,compan,business,bank,corporate,unternehmen,entreprise,empresa,aziend,企业"},
    {K::Scope, "government", "employee,staff,public servant,beamt,administration"}, // nothing narrower said
    {K::Status, "proposed",
     "propos,planned,draft,pending,announced,under consideration,geplant,vorgeschlagen,prevu,"
     "propuest,propost,拟议"},
    {K::Status, "lifted",
     "lift,revok,repeal,reversed,ended,withdrawn,overturned,aufgehoben,beendet,leve,abroge,"
     "levantad,revocat,解除,取消"},
    {K::Status, "expired", "expired,lapsed,abgelaufen,expire,caducad,scadut,失效"},
    {K::Status, "superseded", "supersed,replaced,ersetzt,remplace,取代"},
    {K::Status, "rejected", "reject,failed,dropped,vetoed,abgelehnt,rejete,rechazad,respint,否决"},
    {K::Status, "closed", "closed,concluded,completed,finished,abgeschlossen,clos,cerrad,chius,结束"},
    {K::Status, "under_way",
     "under way,underway,in progress,open,investigating,being investigated,under "
     "investigation,laufend,lauft,en cours,en curso,in corso,进行中"},
    {K::Status, "in_force",
     "active,in force,in effect,ongoing,effective,enacted,current,implemented,imposed,banned,"
     "in kraft,geltend,gilt,aktiv,en vigueur,vigente,activ,in vigore,生效,有效,现行"},
    {K::Confidence, "high", "high,confirmed,certain,verified,hoch,sicher,bestatigt,eleve,alta,alto,高"},
    {K::Confidence, "medium", "medium,moderate,likely,probable,mittel,moyen,media,medio,中"},
    {K::Confidence, "low",
     "low,unconfirmed,unverified,reported,rumou,niedrig,gering,unbestatigt,faible,baja,bassa,低"},
};

// " words of a text by single spaces", without case and accents: a word begins behind a space.
QString spaced(const QString& text)
{
    QString result(u' ');
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber())
            result += c.toCaseFolded();
        else if (!c.isMark() && !result.endsWith(u' '))
            result += u' ';
    }
    return result;
}

bool hasWord(const QString& spacedText, const QString& word)
{
    const bool wide = word.front().unicode() >= 0x3040;
    return spacedText.contains(wide ? word : u' ' + word);
}

struct Row
{
    TermKind kind;
    QString code;
    QStringList words;
};

const std::vector<Row>& rows()
{
    static const std::vector<Row> made = [] {
        std::vector<Row> all;
        for (const Words& words : table)
            all.push_back({words.kind, QLatin1String(words.code),
                           QString::fromUtf8(words.words).split(u',', Qt::SkipEmptyParts)});
        return all;
    }();
    return made;
}

} // namespace

QStringList codesFromWords(TermKind kind, const QString& text, const Vocabulary& vocabulary)
{
    const QString words = spaced(text);
    QStringList codes;
    for (const Row& row : rows()) {
        const bool fits = row.kind == kind && vocabulary.find(kind, row.code) &&
                          std::any_of(row.words.begin(), row.words.end(),
                                      [&words](const QString& word) { return hasWord(words, word); });
        if (fits)
            codes << row.code;
        if (fits && kind != TermKind::Concern)
            break;
    }
    return codes;
}

} // namespace interdict
