// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/headernames.h"

#include "model/vocabulary/vocabulary.h"

#include <QRegularExpression>

namespace interdict {

namespace {

struct HeaderNames
{
    ImportTarget target;
    const char* names; // divided by commas; letter case, accents, spaces and punctuation do not count
};

using T = ImportTarget;
constexpr HeaderNames allNames[] = {
    {T::Ignore,
     "import_error,row,no,nr,number,#,lfd nr,created,created at,updated,last updated,modified,editor,"
     "revision,序号,编号,flag,latitude,longitude,lat,lon"},
    {T::Uid, "id,uid,event id,identifier,key,record id,kennung,identifiant,identificador,标识"},
    {T::Title,
     "title,headline,event,event title,name,event name,incident,what happened,titel,ereignis,bezeichnung,"
     "überschrift,titre,intitulé,événement,título,titulo,evento,nombre,titolo,标题,事件,名称"},
    {T::Start,
     "date,start,start date,effective date,date effective,effective,effective from,in effect since,"
     "in force since,since,from,begin,begins,beginning,date of ban,ban date,date banned,banned on,banned "
     "since,date announced,announced,announcement date,date of announcement,announcement,date enacted,"
     "enacted,date imposed,imposed,date of action,action date,event date,date of event,date of measure,"
     "issued,date issued,decision date,date of decision,day,when,year,month,datum,beginn,startdatum,"
     "in kraft seit,seit,ab,stichtag,wirksam ab,jahr,date de début,début,date d'effet,depuis,entrée en "
     "vigueur,année,fecha,fecha de inicio,inicio,desde,año,data,data "
     "inizio,inizio,日期,时间,开始日期,生效日期,"
     "日期时间,start_date,datetime,timestamp"},
    {T::End,
     "end,end date,ended,ends,until,to,expires,expiry,expiry date,expiration,expiration date,date "
     "lifted,lifted,"
     "lifted on,date ended,date of lifting,valid until,ende,enddatum,bis,aufgehoben am,gültig bis,fin,date "
     "de "
     "fin,jusqu'à,date de levée,fecha de fin,hasta,data fine,fine validità,结束日期,截止日期,终止日期"},
    {T::Place,
     "country,jurisdiction,nation,country name,country code,country or region,country region,country "
     "territory,country/area,iso,iso2,iso3,iso code,iso 3166,iso alpha 2,iso alpha 3,alpha 2,alpha 3,"
     "territory,place,location,where,geography,government,state or country,land,staat,länder,staat oder land,"
     "länderkürzel,ländercode,pays,code pays,juridiction,état,país,pais,jurisdicción,código país,paese,stato "
     "estero,国家,国家地区,国家或地区,地区,司法管辖区"},
    {T::Subdivision,
     "subdivision,state,province,region,us state,state province,state or province,state territory,"
     "county,city,bundesland,kanton,provinz,land und region,province ou état,région,estado,provincia,"
     "省,州,iso 3166 2,sub national,subnational"},
    {T::Authority,
     "authority,agency,regulator,body,issuer,issued by,issuing body,issuing authority,issuing agency,"
     "institution,organisation,organization,department,ministry,government body,government agency,"
     "entity,actor,by,by whom,who,imposed by,banned by,responsible authority,behörde,stelle,"
     "zuständige behörde,ministerium,organ,autorité,organisme,ministère,institución,autoridad,"
     "organismo,autorità,机构,主管部门,部门,监管机构,发布机构"},
    {T::Platforms,
     "platform,platforms,app,apps,application,applications,ai,ai platform,ai platforms,ai tool,ai tools,"
     "ai system,ai model,ai service,model,models,service,services,product,products,tool,tools,software,"
     "chatbot,chatbots,app name,platform name,affected app,affected apps,affected platform,target "
     "platform,target app,plattform,plattformen,anwendung,anwendungen,dienst,dienste,ki dienst,ki "
     "system,plateforme,plateformes,application visée,outil,plataforma,plataformas,aplicación,"
     "aplicaciones,herramienta,piattaforma,applicazione,平台,应用,应用程序,软件,产品,人工智能平台,模型"},
    {T::Concerns,
     "concern,concerns,reason,reasons,rationale,stated reason,stated reasons,stated rationale,ground,"
     "grounds,justification,motive,cause,why,issue,issues,basis,stated concern,risk,risks,grund,gründe,"
     "begründung,anlass,bedenken,motif,motifs,raison,raisons,justification officielle,motivo,motivos,"
     "razón,razones,preocupación,motivazione,原因,理由,关切,担忧"},
    {T::Measure,
     "measure,measures,action,action taken,action type,type of action,type,restriction,restriction type,"
     "type of restriction,kind of restriction,ban type,type of ban,kind,measure type,type of measure,"
     "category,policy,policy type,intervention,response,what,maßnahme,massnahme,art der maßnahme,art der "
     "massnahme,art,verbotsart,mesure,type de mesure,type de restriction,action prise,medida,tipo,tipo de "
     "medida,tipo de restricción,acción,misura,tipo di misura,措施,措施类型,行动,限制类型,类型"},
    {T::Scope,
     "scope,coverage,applies to,applies,who is affected,affected,affected users,affected group,target group,"
     "target,extent,level,scope of ban,audience,sector,users,geltungsbereich,umfang,betroffene,gilt für,"
     "portée,champ d'application,public visé,alcance,ámbito,afectados,ambito,portata,范围,适用范围,适用对象"},
    {T::Status,
     "status,current status,state of play,in force,active,legal status,ban status,outcome,stand,zustand,"
     "statut,état d'avancement,estado actual,situación,stato,状态,现状"},
    {T::Confidence,
     "confidence,certainty,reliability,verified,confidence level,konfidenz,sicherheit der angabe,"
     "fiabilité,confiance,confianza,affidabilità,可信度,置信度"},
    {T::Summary,
     "summary,description,details,detail,text,abstract,content,what was done,explanation,beschreibung,"
     "zusammenfassung,einzelheiten,inhalt,résumé,description détaillée,détails,resumen,descripción,"
     "detalles,descrizione,sintesi,摘要,描述,说明,详情,内容"},
    {T::Note,
     "note,notes,comment,comments,remark,remarks,annotation,caveat,bemerkung,bemerkungen,anmerkung,"
     "anmerkungen,notiz,kommentar,remarque,remarques,commentaire,commentaires,nota,notas,observaciones,"
     "comentario,comentarios,osservazioni,备注,注释,评论"},
    {T::Relations,
     "related,relations,related events,related event,related to,see also,follows,verwandt,bezug"},
    {T::SourceTitle,
     "source title,source name,article,article title,source headline,reference title,citation,"
     "quellentitel,titre de la source,título de la fuente,source_titles"},
    {T::SourcePublisher,
     "publisher,source publisher,outlet,media,media outlet,newspaper,published by,herausgeber,"
     "medium,éditeur,editor de la fuente,medio,来源媒体,媒体,source_publishers"},
    {T::SourceUrl,
     "source,sources,url,urls,link,links,source url,source urls,source link,source links,reference,"
     "references,web link,weblink,website,web page,href,evidence,quelle,quellen,quellenlink,verweis,"
     "verweise,nachweis,lien,liens,source officielle,références,fuente,fuentes,enlace,enlaces,"
     "referencia,fonte,fonti,collegamento,来源,链接,网址,出处,source_urls"},
    {T::SourceDate,
     "source date,date of source,publication date,published,date published,published on,article date,"
     "veröffentlicht,veröffentlicht am,date de publication,fecha de publicación,发布日期,source_dates"},
    {T::SourceKind, "source type,source kind,type of source,kind of source,source_kinds"},
    {T::SourceArchived,
     "archive,archived,archive url,archived url,archive link,archived link,wayback,archived copy,"
     "source_archived_urls"},
};

const QHash<QString, ImportTarget>& byName()
{
    static const QHash<QString, ImportTarget> names = [] {
        QHash<QString, ImportTarget> made;
        for (const HeaderNames& row : allNames)
            for (const QString& name : QString::fromUtf8(row.names).split(u','))
                if (const QString folded = foldedName(name); !folded.isEmpty() && !made.contains(folded))
                    made.insert(folded, row.target);
        for (const ImportTargetInfo& row : importTargets())
            made.insert(foldedName(QString::fromLatin1(row.key)), row.target);
        return made;
    }();
    return names;
}

bool isWide(const QString& text) // written without spaces: Chinese, Japanese
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() < 0xD7A4; });
}

// The longest run of the header's words that is a name.
HeaderGuess guessFromWords(const QString& header)
{
    static const QRegularExpression divider(QStringLiteral("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])"));
    const QStringList words = header.split(divider, Qt::SkipEmptyParts);
    for (qsizetype length = words.size() - 1; length > 0; --length)
        for (qsizetype from = 0; from + length <= words.size(); ++from) {
            const QString name = foldedName(words.mid(from, length).join(QString()));
            const auto it = byName().constFind(name);
            if (it != byName().cend() && name.size() > 2 && *it != ImportTarget::Ignore &&
                *it != ImportTarget::Review) // "Review date" is not about it
                return {*it, 1};
        }
    return {};
}

HeaderGuess guessFromPart(const QString& folded)
{
    HeaderGuess best;
    qsizetype longest = 0;
    for (auto it = byName().cbegin(); it != byName().cend(); ++it)
        if (it.key().size() > longest && isWide(it.key()) && folded.contains(it.key())) {
            longest = it.key().size();
            best = {it.value(), 1};
        }
    return best;
}

} // namespace

HeaderGuess guessFromHeader(const QString& header)
{
    static const QRegularExpression brackets(QStringLiteral("[(\\[（].*?[)\\]）]"));
    const auto whole = [](const QString& folded) {
        const auto it = byName().constFind(folded);
        return it == byName().cend() ? HeaderGuess{} : HeaderGuess{*it, 2};
    };
    const QString folded = foldedName(header);
    if (const HeaderGuess guess = whole(folded); guess.strength > 0)
        return guess;
    if (const HeaderGuess guess = whole(foldedName(QString(header).remove(brackets))); guess.strength > 0)
        return guess;
    return isWide(folded) ? guessFromPart(folded) : guessFromWords(header);
}

} // namespace interdict
