// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/completionscripts.h"

#include "model/explore/facet.h"

namespace interdict {

namespace {

std::vector<std::string> split(const std::string& text, char sign)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(sign, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& words, const char* between = " ")
{
    return CLI::detail::join(words, between);
}

// Words in capitals stand for what a person thinks of, such as WxH beside the names of pages.
bool isChoice(const std::string& word)
{
    return std::none_of(word.begin(), word.end(), [](char sign) { return sign >= 'A' && sign <= 'Z'; });
}

std::vector<std::string> facetKeys()
{
    std::vector<std::string> keys;
    for (const FacetInfo& facet : facets())
        keys.push_back(std::string(facet.key) + ':');
    for (const char* period : {"begins:", "inforce:"})
        keys.emplace_back(period);
    return keys;
}

bool isFlag(const CLI::Option& option)
{
    return option.get_items_expected_max() == 0;
}

std::string replaced(std::string text, const std::string& name, const std::string& with)
{
    return text.replace(text.find(name), name.size(), with);
}

// --- bash

std::string bashAction(const Completion& completion)
{
    switch (completion.kind) {
    case Completion::Kind::Words:
        return "words='" + joined(completion.words) + "'";
    case Completion::Kind::FacetKeys:
        return "words='" + joined(facetKeys()) + "'; compopt -o nospace 2>/dev/null";
    case Completion::Kind::File:
        return "_interdict_files '" + joined(completion.words) + "'; return";
    case Completion::Kind::Nothing:
        break;
    }
    return "return";
}

std::string quoted(const std::string& command, const std::string& word)
{
    return "'" + command + " " + word + "'";
}

// Cases of "COMMAND OPTION": what its value may be.
std::string bashValues(const std::string& command, const CLI::App& app)
{
    std::string cases;
    for (const CLI::Option* option : shownOptions(app)) {
        if (isFlag(*option))
            continue;
        std::vector<std::string> patterns;
        for (const std::string& name : namesOf(*option))
            patterns.push_back(quoted(command, name));
        cases += "        " + joined(patterns, " | ") + ") " + bashAction(completionOf(*option)) + " ;;\n";
    }
    return cases;
}

std::vector<std::string> allNames(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : shownOptions(app))
        for (const std::string& name : namesOf(*option))
            names.push_back(name);
    return names;
}

// Cases of "COMMAND --", where an option begins, and "COMMAND ", where something else does.
std::string bashNames(const std::string& command, const CLI::App& app)
{
    std::string cases =
        "            " + quoted(command, "--") + ") words='" + joined(allNames(app)) + "' ;;\n";
    for (const CLI::Option* positional : positionals(app))
        cases +=
            "            " + quoted(command, "") + ") " + bashAction(completionOf(*positional)) + " ;;\n";
    return cases;
}

constexpr const char* bashScript =
    R"(# Completion for interdict in bash; written by "interdict completion bash".
_interdict_files() # ENDING, or nothing for any file; folders always
{
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    if [[ -n $1 ]]; then
        COMPREPLY=($(compgen -d -- "$cur") $(compgen -f -X "!*.$1" -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}

_interdict()
{
    local cur= prev= command= words= colon= word i
    local -a typed=()
    COMPREPLY=()
    # Bash divides words at colons and equals signs; here they belong to the words.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#typed[@]} > 0)) && [[ $word == [:=]* || ${typed[-1]} == *[:=] ]]; then
            typed[-1]+=$word
        else
            typed+=("$word")
        fi
    done
    cur=${typed[-1]-}
    ((${#typed[@]} > 1)) && prev=${typed[-2]}
    if [[ $cur == --*=* ]]; then # --option=value
        prev=${cur%%=*}
        cur=${cur#*=}
    fi
    for word in "${typed[@]:0:${#typed[@]}-1}"; do
        case $word in
        @COMMANDS@) command=$word; break ;;
        esac
    done
    if [[ -z $command ]]; then
        case $cur in
        -*) words='@ROOT@' ;;
        *) _interdict_files interdict; words='@LIST@' ;;
        esac
    else
        case "$command $prev" in
@VALUES@        *)
            case $cur in
            -*) prev=-- ;;
            *) prev= ;;
            esac
            case "$command $prev" in
@NAMES@            esac
            ;;
        esac
    fi
    COMPREPLY+=($(compgen -W "$words" -- "$cur"))
    # What stands before the last colon is there already.
    if [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]]; then
        colon=${cur%"${cur##*:}"}
        COMPREPLY=("${COMPREPLY[@]#"$colon"}")
    fi
}
complete -F _interdict interdict
)";

// --- zsh

// Within a specification of _arguments, in single quotes.
std::string zshText(const std::string& text)
{
    std::string out;
    for (const char sign : text.substr(0, text.find('\n'))) { // the first line says enough
        if (sign == '[' || sign == ']' || sign == ':' || sign == '\\')
            out += '\\';
        out += sign == '\'' ? std::string("'\\''") : std::string(1, sign);
    }
    return out;
}

std::string zshAction(const CLI::Option& option)
{
    const Completion completion = completionOf(option);
    switch (completion.kind) {
    case Completion::Kind::Words: {
        std::string words = joined(completion.words);
        for (std::size_t at = 0; (at = words.find(':', at)) != std::string::npos; at += 2)
            words.insert(at, "\\");
        return "(" + words + ")";
    }
    case Completion::Kind::FacetKeys:
        return "_interdict_filter";
    case Completion::Kind::File:
        return completion.words.empty() ? "_files" : "_files -g \"*." + completion.words.front() + "\"";
    case Completion::Kind::Nothing:
        break;
    }
    return " ";
}

std::string zshValue(const CLI::Option& option)
{
    return ":" +
           zshText(completionOf(option).kind == Completion::Kind::Words ? "choice" : option.get_type_name()) +
           ":" + zshAction(option);
}

std::string zshArguments(const CLI::App& app)
{
    std::string lines;
    for (const CLI::Option* option : shownOptions(app))
        for (const std::string& name : namesOf(*option)) {
            const char* equals = isFlag(*option) ? "" : name.starts_with("--") ? "=" : "+";
            lines += "            '" + name + equals + "[" + zshText(option->get_description()) + "]" +
                     (isFlag(*option) ? "" : zshValue(*option)) + "' \\\n";
        }
    for (const CLI::Option* positional : positionals(app))
        lines += std::string("            '") + (positional->get_items_expected_max() > 1 ? "*" : "1") +
                 zshValue(*positional) + "' \\\n";
    return lines;
}

constexpr const char* zshScript = R"(#compdef interdict
# Completion for interdict in zsh; written by "interdict completion zsh".

_interdict_filter()
{
    compadd -S '' -- @FACETS@
}

_interdict_first()
{
    local -a commands=(
@COMMANDS@    )
    _describe command commands
    _files -g "*.interdict"
}

_interdict()
{
    local curcontext=$curcontext state line
    typeset -A opt_args
    _arguments -C \
@ROOT@        '1: :_interdict_first' \
        '*:: :->rest' && return
    case $words[1] in
@CASES@    esac
}

_interdict "$@"
)";

} // namespace

Completion completionOf(const CLI::Option& option)
{
    const std::string type = option.get_type_name();
    if (option.check_name("--filter"))
        return {Completion::Kind::FacetKeys, {}};
    if (type == "FILE" || type == "FILE.ENDING")
        return {Completion::Kind::File, {}};
    if (type.starts_with("FILE."))
        return {Completion::Kind::File, {type.substr(5)}};
    std::vector<std::string> words = split(type, '|');
    std::erase_if(words, [](const std::string& word) { return word.empty() || !isChoice(word); });
    return words.empty() ? Completion() : Completion{Completion::Kind::Words, words};
}

std::vector<const CLI::Option*> shownOptions(const CLI::App& app)
{
    return app.get_options(
        [](const CLI::Option* option) { return option->nonpositional() && !option->get_group().empty(); });
}

std::vector<const CLI::Option*> positionals(const CLI::App& app)
{
    return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

std::vector<const CLI::App*> shownCommands(const CLI::App& app)
{
    return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

std::vector<std::string> namesOf(const CLI::Option& option)
{
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        names.push_back("--" + name);
    return names;
}

QByteArray bashCompletion(const CLI::App& app)
{
    std::string values;
    std::string names;
    std::vector<std::string> commands;
    for (const CLI::App* command : shownCommands(app)) {
        commands.push_back(command->get_name());
        values += bashValues(command->get_name(), *command);
        names += bashNames(command->get_name(), *command);
    }
    std::string script = replaced(bashScript, "@COMMANDS@", joined(commands, " | "));
    script = replaced(script, "@LIST@", joined(commands));
    script = replaced(script, "@ROOT@", joined(allNames(app)));
    script = replaced(script, "@VALUES@", values);
    return QByteArray::fromStdString(replaced(script, "@NAMES@", names));
}

QByteArray zshCompletion(const CLI::App& app)
{
    std::string list;
    std::string cases;
    for (const CLI::App* command : shownCommands(app)) {
        list += "        '" + command->get_name() + ":" + zshText(command->get_description()) + "'\n";
        cases += "    " + command->get_name() + ")\n        _arguments \\\n" + zshArguments(*command) +
                 "            && return\n        ;;\n";
    }
    std::string root;
    for (const CLI::Option* option : shownOptions(app))
        for (const std::string& name : namesOf(*option))
            root += "        '(- *)" + name + "[" + zshText(option->get_description()) + "]' \\\n";
    std::string script = replaced(zshScript, "@FACETS@", joined(facetKeys()));
    script = replaced(script, "@COMMANDS@", list);
    script = replaced(script, "@ROOT@", root);
    return QByteArray::fromStdString(replaced(script, "@CASES@", cases));
}

} // namespace interdict
